/** Changes which feeds there are. The index and the alarm follow each change. */
import { saveCheck } from "../feeds/feed-checks.ts";
import { openIndex } from "../index/open.ts";
import { readFeed } from "../index/read.ts";
import { removeFeed, showFeeds } from "../index/write.ts";
import { changeFeedSettings, readFeedSettings } from "../settings/feeds.ts";
import type { FeedSettings } from "../settings/feeds.ts";
import { withFeedGone } from "./feed-list.ts";
import { setFeedAlarm } from "./feed-runs.ts";
import type { FeedRuns } from "./feed-runs.ts";

export interface FeedWork extends FeedRuns {
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  /** How long a removed feed can come back, in ms. */
  undoFor: number;
}

/** Changes the settings while nothing runs, and shows what follows from it. */
export const changeFeeds = (
  work: FeedWork,
  how: (before: FeedSettings) => Partial<FeedSettings>,
): Promise<FeedSettings> =>
  work.refresher.interrupt(async () => {
    const after = await changeFeedSettings(how);
    await showFeedSettings(work, after);
    await setFeedAlarm(work);
    return after;
  });

/** Lets the index show what the settings say. A worker that was stopped between the two does it at the next start. */
export async function showFeedSettings(
  { onChange }: Pick<FeedWork, "onChange">,
  { feeds, removed }: FeedSettings,
): Promise<void> {
  const shown = { order: feeds.map(({ id }) => id), hidden: removed.map(({ id }) => id) };
  const db = await openIndex();
  const before = (await readFeed(db, "shown"))?.shown ?? { order: [], hidden: [] };
  if (JSON.stringify(before) === JSON.stringify(shown)) return;
  await showFeeds(db, shown);
  await onChange();
}

/** Removes for good the feeds that were removed long enough ago. */
export async function purgeRemovedFeeds(work: FeedWork): Promise<void> {
  const { refresher, now, undoFor } = work;
  const { removed } = await readFeedSettings();
  const gone = removed.filter(({ at }) => at + undoFor <= now() || at > now());
  for (const { id } of gone) {
    await refresher.interrupt(async () => {
      await removeFeed(await openIndex(), id);
      await saveCheck(id, undefined);
      await showFeedSettings(work, await changeFeedSettings((before) => withFeedGone(before, id)));
    });
  }
}
