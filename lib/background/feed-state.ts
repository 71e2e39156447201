/** A feed's state as it is kept in the index, in parts: how far it is read, and the files that it names. */
import { ARCHIVE, archiveFiles } from "../feeds/full-texts-feed.ts";
import type { DayFile } from "../feeds/read/day-file.ts";
import { NEW_FEED } from "../feeds/plan.ts";
import type { FeedState } from "../feeds/plan.ts";
import type { FeedRecord, IndexDatabase } from "../index/schema.ts";

/**
 * The files are a record of their own, because they are many and change once a day, while the state is written with every digest.
 * The archive's own record belongs to the embedded pack.
 */
const stateId = (feed: string) => (feed === ARCHIVE ? `${ARCHIVE}/words` : feed);
const filesId = (feed: string) => `${feed}/files`;

export const stateRecord = (feed: string, state: FeedState): FeedRecord => ({
  id: stateId(feed),
  progress: state,
});
export const filesRecord = (feed: string, files: readonly DayFile[]): FeedRecord => ({
  id: filesId(feed),
  progress: files,
});

export interface StoredFeed {
  state: FeedState;
  files: readonly DayFile[];
}

/** What is known of a feed. The archive's files are those of the days that its pack brought. */
export async function readStoredFeed(db: IndexDatabase, feed: string): Promise<StoredFeed> {
  const tx = db.transaction(["feeds", "digests"]);
  const [record, files, keys] = await Promise.all([
    tx.objectStore("feeds").get(stateId(feed)),
    tx.objectStore("feeds").get(filesId(feed)),
    feed === ARCHIVE ? tx.objectStore("digests").getAllKeys() : [],
  ]);
  const state = (record?.progress as FeedState | undefined) ?? NEW_FEED;
  if (feed !== ARCHIVE) return { state, files: (files?.progress as DayFile[] | undefined) ?? [] };
  return { state, files: archiveFiles(keys.filter(([, id]) => id === ARCHIVE).map(([date]) => date)) };
}
