/** Keeps to what services ask of all clients: some requests at once, then one in a number of seconds, one connection. */
import type { Addresses } from "./addresses.ts";
import { whereIs } from "../../net/where.ts";
import type { Outside } from "../../net/outside.ts";
import { ARXIV_RATE, BLUESKY_SEARCH_RATE, type Rate, refilled, untilNext } from "./rates.ts";

interface Rule {
  /** Addresses that begin like this count together. */
  prefixes: string[];
  rate: Rate;
}

const rulesFor = (addresses: Addresses): Rule[] => [
  {
    prefixes: [addresses.arxivRss, addresses.arxivApi, addresses.arxivOai, addresses.arxivList],
    rate: ARXIV_RATE,
  },
  { prefixes: [`${addresses.bluesky}/xrpc/app.bsky.feed.searchPosts`], rate: BLUESKY_SEARCH_RATE },
];

/** Our own machine, and mirrors on it, may be asked as fast as they answer. */
const isHere = (url: string) => whereIs(new URL(url)) === "here";

/** Requests of one rule, one after the other, with the pauses between them. Time spent is measured from each one's end. */
class Queue {
  private readonly rate: Rate;
  private readonly outside: Outside;
  private left: number;
  private ended: number;
  private last: Promise<void> = Promise.resolve();

  constructor(rate: Rate, outside: Outside, lastRequest: number | undefined) {
    this.rate = rate;
    this.outside = outside;
    this.left = lastRequest === undefined ? rate.burst : 0;
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
    this.left = refilled(this.rate, this.left, this.outside.now() - this.ended);
    try {
      if (this.left < 1) {
        await this.outside.wait(untilNext(this.rate, this.left));
        this.left = 1;
      }
    } catch (error) {
      next(); // a caller that stops waiting does not hold up the next ones
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
    queue: new Queue(rule.rate, outside, index === 0 ? options.arxivAskedAt : undefined),
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
