/** "Today, live" as a feed of our own: whether it is on, its digests in the index, and how its last check went. */
import type { Digest } from "../digest/digest.ts";
import { checksOf, saveCheck } from "../feeds/feed-checks.ts";
import type { StoredCheck } from "../feeds/feed-checks.ts";
import { openIndex } from "../index/open.ts";
import type { IndexDatabase } from "../index/open.ts";
import { daysOf, feedContents, readCopy } from "../index/read.ts";
import { putFeedFile, removeFeed, replaceFeed } from "../index/write.ts";
import { readFeedSettings } from "../settings/feeds.ts";

/** Id of this feed in the index and among the checks. */
const LIVE = "live";

export const isLiveOn = async (): Promise<boolean> => (await readFeedSettings()).live;

export const readLiveCheck = async (): Promise<StoredCheck> =>
  (await checksOf([LIVE])).get(LIVE) ?? { failures: 0 };

export const saveLiveCheck = (check: StoredCheck): Promise<void> => saveCheck(LIVE, check);

/** How many digests it has in the index, and the date of the newest. */
export async function liveContents(): Promise<{ digests: number; newest?: string }> {
  return contentsIn(await openIndex());
}

export async function newestLiveDigest(): Promise<Digest | undefined> {
  const db = await openIndex();
  const { newest } = await contentsIn(db);
  return newest === undefined ? undefined : readCopy(db, newest, LIVE);
}

const contentsIn = async (db: IndexDatabase): Promise<{ digests: number; newest?: string }> =>
  (await feedContents(db)).get(LIVE) ?? { digests: 0 };

export async function putLiveDigest(digest: Digest): Promise<void> {
  await putFeedFile(await openIndex(), LIVE, { id: LIVE, progress: null }, [digest]);
}

/** All its digests, oldest first. */
export async function liveDigests(): Promise<Digest[]> {
  const db = await openIndex();
  const copies = await Promise.all((await daysOf(db, LIVE)).map((date) => readCopy(db, date, LIVE)));
  return copies.filter((digest) => digest !== undefined);
}

/** These digests and no others are its own from now on. */
export async function replaceLiveDigests(digests: readonly Digest[]): Promise<void> {
  await replaceFeed(await openIndex(), { id: LIVE, progress: null }, digests);
}

export async function removeLiveDigests(): Promise<void> {
  await removeFeed(await openIndex(), LIVE);
}
