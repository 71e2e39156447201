/** Keeps to what services ask of everybody: so many requests at once, then one in so many seconds, one connection. */
import type { Addresses } from "./addresses.ts";
import type { Outside } from "./outside.ts";
import { readBody } from "../http/read-body.ts";

interface Rule {
  /** Addresses that begin so count together. */
  prefixes: string[];
  /** So many requests may follow each other at once … */
  burst: number;
  /** … after that one in so many milliseconds. */
  gap: number;
}

/**
 * arXiv: one request in three seconds and one connection over all its legacy APIs (https://info.arxiv.org/help/api/tou.html).
 * Bluesky without login: three searches, then one in 40 seconds; more gives 403 for minutes (measured by others, 2026).
 */
const rulesFor = (addresses: Addresses): Rule[] => [
  {
    prefixes: [addresses.arxivRss, addresses.arxivApi, addresses.arxivOai, addresses.arxivList],
    burst: 1,
    gap: 3_000,
  },
  { prefixes: [`${addresses.bluesky}/xrpc/app.bsky.feed.searchPosts`], burst: 3, gap: 40_000 },
];

/** Our own machine, and mirrors on it, may be asked as fast as they answer. */
export const isLoopback = (url: string): boolean =>
  ["127.0.0.1", "[::1]", "localhost"].includes(new URL(url).hostname);

/** Requests of one rule, one after the other, with the pauses between them. Time spent is measured from each one's end. */
class Queue {
  private readonly rule: Rule;
  private readonly outside: Outside;
  private left: number;
  private ended: number;
  private last: Promise<unknown> = Promise.resolve();

  constructor(rule: Rule, outside: Outside, lastRequest: number | undefined) {
    this.rule = rule;
    this.outside = outside;
    this.left = lastRequest === undefined ? rule.burst : 0;
    this.ended = lastRequest ?? outside.now();
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => this.turn(task));
    // A request that failed does not stop the ones behind it; its own caller gets the error.
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async turn<T>(task: () => Promise<T>): Promise<T> {
    const { burst, gap } = this.rule;
    this.left = Math.min(burst, this.left + (this.outside.now() - this.ended) / gap);
    if (this.left < 1) {
      await this.outside.wait(Math.round((1 - this.left) * gap));
      this.left = 1;
    }
    try {
      return await task();
    } finally {
      this.left -= 1;
      this.ended = this.outside.now();
    }
  }
}

export interface PoliteOptions {
  /** When arXiv was asked last by an earlier run, as an instant, so that a restart keeps the pause too. */
  arxivAskedAt?: number;
  /** Keeps the pauses for our own machine too: for tests of the pauses. */
  loopbackToo?: boolean;
}

/** The same outside, whose requests wait for their turn. An answer is read whole before the next request leaves. */
export function polite(outside: Outside, addresses: Addresses, options: PoliteOptions = {}): Outside {
  const queues = rulesFor(addresses).map((rule, index) => ({
    rule,
    queue: new Queue(rule, outside, index === 0 ? options.arxivAskedAt : undefined),
  }));
  return {
    ...outside,
    fetch: (url, init) => {
      const found = queues.find(({ rule }) => rule.prefixes.some((prefix) => url.startsWith(prefix)));
      if (!found || (isLoopback(url) && options.loopbackToo !== true)) return outside.fetch(url, init);
      return found.queue.run(async () => {
        const response = await outside.fetch(url, init);
        const body = await readBody(response);
        return new Response(body.byteLength > 0 ? body : null, {
          status: response.status,
          statusText: response.statusText,
          headers: response.headers,
        });
      });
    },
  };
}
