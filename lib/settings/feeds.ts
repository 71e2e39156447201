/** Which feeds the reader has, in `storage.local` under one key. The worker alone writes it. */
import * as z from "zod/mini";
import { storedValue } from "./stored-value.ts";

/** A feed that the reader added. */
export interface FeedChoice {
  /** Made of the address, the same for ever. */
  id: string;
  address: string;
  /** As it called itself when it was added. */
  title: string;
  /** Whether it is asked for news. */
  on: boolean;
}

/** A feed that was removed and can still come back. */
export interface RemovedFeed extends FeedChoice {
  /** When, in milliseconds since 1970. */
  at: number;
  /** Its place in the order. */
  place: number;
}

export interface FeedSettings {
  /** The preferred first. */
  feeds: FeedChoice[];
  removed: RemovedFeed[];
  /** Whether abstracts and texts of the archive are fetched. */
  archiveWords: boolean;
  /** The offer to do so was turned down. */
  offerDismissed: boolean;
}

const Feed = z.object({ id: z.string(), address: z.url(), title: z.string(), on: z.boolean() });
const Removed = z.object({ ...Feed.shape, at: z.number(), place: z.number() });
const Stored = z.record(z.string(), z.unknown());

const stored = storedValue("feeds");

/** What is stored; a feed that is damaged costs itself, and without anything there are no feeds. */
export async function readFeedSettings(): Promise<FeedSettings> {
  const { feeds, removed, archiveWords, offerDismissed } = Stored.safeParse(await stored.read()).data ?? {};
  return {
    feeds: listOf(feeds).flatMap((feed) => Feed.safeParse(feed).data ?? []),
    removed: listOf(removed).flatMap((feed) => Removed.safeParse(feed).data ?? []),
    archiveWords: archiveWords === true,
    offerDismissed: offerDismissed === true,
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Two changes at once would each write over the other's: they wait for one another. */
let last: Promise<unknown> = Promise.resolve();

/** Changes the settings from what they are, and gives what they are then. */
export function changeFeedSettings(
  change: (before: FeedSettings) => Partial<FeedSettings>,
): Promise<FeedSettings> {
  const changed = last.then(async () => {
    const before = await readFeedSettings();
    const after = { ...before, ...change(before) };
    await stored.write(after);
    return after;
  });
  last = changed.catch(() => undefined);
  return changed;
}

/** Tells that they changed, until the signal ends it. */
export function watchFeedSettings(onChange: () => void, signal: AbortSignal): void {
  stored.watch(onChange, signal);
}
