/** What reading a feed needs of the world, passed in: the same code runs in Node, in the worker and in tests. */
export interface FeedOutside {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** 0 or more, less than 1. */
  random: () => number;
  /** False only where it is certain that there is no network. */
  online: () => boolean;
  signal?: AbortSignal;
}
