/** Keeps to what services ask of everybody: so many requests at once, then one in so many seconds, one connection. */
import type { Addresses } from "./addresses.ts";
import { whereIs } from "../../net/where.ts";
import type { Outside } from "../../net/outside.ts";

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
const isHere = (url: string) => whereIs(new URL(url)) === "here";

/** Requests of one rule, one after the other, with the pauses between them. Time spent is measured from each one's end. */
class Queue {
  private readonly rule: Rule;
  private readonly outside: Outside;
  private left: number;
  private ended: number;
  private last: Promise<void> = Promise.resolve();

  constructor(rule: Rule, outside: Outside, lastRequest: number | undefined) {
    this.rule = rule;
    this.outside = outside;
    this.left = lastRequest === undefined ? rule.burst : 0;
    this.ended = lastRequest ?? outside.now();
  }

  /** Waits until all requests before this one have ended and the pause is over. @returns says that this one has ended */
  async turn(): Promise<() => void> {
    const before = this.last;
    let next: () => void = () => undefined;
    this.last = new Promise((resolve) => {
      next = resolve;
    });
    await before;
    const { burst, gap } = this.rule;
    this.left = Math.min(burst, this.left + (this.outside.now() - this.ended) / gap);
    try {
      if (this.left < 1) {
        await this.outside.wait(Math.round((1 - this.left) * gap));
        this.left = 1;
      }
    } catch (error) {
      next(); // who does not want to wait any more does not hold up the ones behind
      throw error;
    }
    return () => {
      this.left -= 1;
      this.ended = this.outside.now();
      next();
    };
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
    async turn(url) {
      const found = queues.find(({ rule }) => rule.prefixes.some((prefix) => url.startsWith(prefix)));
      if (!found || (isHere(url) && options.loopbackToo !== true)) return () => undefined;
      return found.queue.turn();
    },
  };
}
