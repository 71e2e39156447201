/** Changes to the list of feeds. Each gives only the settings that change. */
import type { FeedChoice, FeedSettings } from "../settings/feeds.ts";

type Change = Partial<FeedSettings>;

/** Puts a feed at the end, even if it was just removed. */
export const withFeed = ({ feeds, removed }: FeedSettings, feed: FeedChoice): Change => ({
  feeds: [...feeds, feed],
  removed: without(removed, feed.id),
});

/** Switches a feed on or off, or moves it in the order. */
export function withFeedChanged(
  { feeds }: FeedSettings,
  id: string,
  { on, place }: { on?: boolean | undefined; place?: number | undefined },
): Change {
  const changed = feeds.map((feed) => (feed.id === id && on !== undefined ? { ...feed, on } : feed));
  if (place === undefined) return { feeds: changed };
  const moved = changed.filter((feed) => feed.id === id);
  return { feeds: without(changed, id).toSpliced(Math.max(0, place), 0, ...moved) };
}

/** Takes a feed out of the list, and notes its place in case it comes back. */
export function withFeedRemoved({ feeds, removed }: FeedSettings, id: string, at: number): Change {
  const place = feeds.findIndex((feed) => feed.id === id);
  const feed = feeds[place];
  if (!feed) return {};
  return { feeds: without(feeds, id), removed: [...without(removed, id), { ...feed, at, place }] };
}

/** Puts a removed feed back to its place. */
export function withFeedBack({ feeds, removed }: FeedSettings, id: string): Change {
  const found = removed.find((each) => each.id === id);
  if (!found) return {};
  const { at: _, place, ...feed } = found;
  return { feeds: feeds.toSpliced(place, 0, feed), removed: without(removed, id) };
}

/** Forgets a removed feed for good. */
export const withFeedGone = ({ removed }: FeedSettings, id: string): Change => ({
  removed: without(removed, id),
});

/** Switches everything off. With `forget` no feed stays in the list. */
export const withAllOff = ({ feeds }: FeedSettings, forget: boolean): Change => ({
  feeds: forget ? [] : feeds.map((feed) => ({ ...feed, on: false })),
  removed: [],
  fullTexts: false,
  alphaxiv: false,
  ...(forget && { offerDismissed: false }),
});

const without = <Feed extends { id: string }>(feeds: readonly Feed[], id: string): Feed[] =>
  feeds.filter((feed) => feed.id !== id);
