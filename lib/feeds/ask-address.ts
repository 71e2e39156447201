/** The requests for one address that was typed: this many at most, each with its line in the log. */
import { FeedError } from "./feed-error.ts";
import { fetchFile } from "./fetch-file.ts";
import type { FetchedFile, FetchOptions } from "./fetch-file.ts";
import type { Outside } from "../net/outside.ts";
import type { LogLine } from "./request-log.ts";

/** Requests for one address at most, so that a chain of pages ends. */
const MOST_REQUESTS = 8;

/** Fetches a file. With `fresh`, which is usual, its host is asked whether it changed. */
export type FetchAsked = (address: string, fresh?: boolean) => Promise<FetchedFile>;

/** Makes the function that fetches what an address leads to. */
export function createAsker(
  outside: Outside,
  typed: URL,
  log: (line: Omit<LogLine, "feed">) => void,
  limits: FetchOptions,
): FetchAsked {
  let requests = 0;
  return async (address, fresh = true) => {
    requests += 1;
    if (requests > MOST_REQUESTS) throw new FeedError("noFeed", typed.href, "leads from page to page");
    const tell = (outcome: LogLine["outcome"], bytes: number) =>
      log({ at: outside.now(), host: new URL(address).host, outcome, bytes });
    try {
      const file = await fetchFile(outside, address, { ...limits, fresh, from: typed.href });
      tell("new", file.bytes.byteLength);
      return file;
    } catch (error) {
      if (error instanceof FeedError) tell(error.code, 0);
      throw error;
    }
  };
}
