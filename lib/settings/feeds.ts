/** Which feeds the reader has, in `storage.local` under one key. Only the worker writes it. */
import { createQueue } from "../queue.ts";
import { fieldsOf, itemsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";

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
  fullTexts: boolean;
  /** The offer to do so was turned down. */
  offerDismissed: boolean;
  /** Whether networks are asked for today's list: "Today, live". */
  live: boolean;
  /** Whether alphaXiv is asked too: "Posts on X". */
  alphaxiv: boolean;
}

const stored = storedValue("feeds");

/** What is stored; a feed that is damaged is dropped, and without anything there are no feeds. */
export async function readFeedSettings(): Promise<FeedSettings> {
  const { feeds, removed, fullTexts, archiveWords, offerDismissed, live, alphaxiv } = fieldsOf(
    await stored.read(),
  );
  return {
    feeds: itemsOf(feeds).flatMap((feed) => feedIn(feed) ?? []),
    removed: itemsOf(removed).flatMap((feed) => removedIn(feed) ?? []),
    fullTexts: (fullTexts ?? archiveWords) === true, // the second until version 1.0
    offerDismissed: offerDismissed === true,
    live: live === true,
    alphaxiv: alphaxiv === true,
  };
}

function feedIn(value: unknown): FeedChoice | undefined {
  const { id, address, title, on } = fieldsOf(value);
  const isFeed =
    typeof id === "string" &&
    typeof address === "string" &&
    URL.canParse(address) &&
    typeof title === "string" &&
    typeof on === "boolean";
  return isFeed ? { id, address, title, on } : undefined;
}

function removedIn(value: unknown): RemovedFeed | undefined {
  const feed = feedIn(value);
  const { at, place } = fieldsOf(value);
  return feed && typeof at === "number" && typeof place === "number" ? { ...feed, at, place } : undefined;
}

/** Two changes at once would each write over the other's: they wait for one another. */
const inTurn = createQueue();

/** Changes the settings from what they are, and gives what they are then. */
export function changeFeedSettings(
  change: (before: FeedSettings) => Partial<FeedSettings>,
): Promise<FeedSettings> {
  return inTurn(async () => {
    const before = await readFeedSettings();
    const after = { ...before, ...change(before) };
    await stored.write(after);
    return after;
  });
}

/** Tells that they changed, until the signal ends it. */
export function watchFeedSettings(onChange: () => void, signal: AbortSignal): void {
  stored.watch(onChange, signal);
}
