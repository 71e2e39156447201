/** A run over a feed, with a record of how it goes: before it begins, while it brings something, and when it has ended. */
import { saveCheck, storeErrorOf } from "../feeds/feed-checks.ts";
import type { StoredCheck } from "../feeds/feed-checks.ts";
import type { FeedError } from "../feeds/feed-error.ts";
import { ARCHIVE } from "../feeds/full-texts-feed.ts";
import type { RefreshResult } from "../feeds/pull-feed.ts";
import { afterFailure, afterOffline, afterProgress, afterSuccess } from "../feeds/schedule.ts";
import { warn } from "../warn.ts";
import { runFeed } from "./run-feed.ts";
import type { AskedFeed, RunSetup } from "./run-feed.ts";

/** Why a run was stopped, if it is to be done again. */
export const STOPPED = Symbol("stopped");

/** Files older than a feed's newest month that one run fetches by itself; the next run comes five minutes later. */
const OLDER_FILES = 31;

export interface CheckedRun {
  feed: AskedFeed;
  /** How the check before went. */
  before: StoredCheck;
  /** The reader pressed for it: all older files come in this run. */
  whole: boolean;
  signal: AbortSignal;
}

/** Runs over a feed and keeps how that went. @throws `STOPPED`, and what `storage.local` throws */
export async function runFeedCheck(setup: RunSetup, run: CheckedRun): Promise<void> {
  const { feed, before, whole } = run;
  const { outside } = setup;
  await noteBegin(setup, run);
  let result: RefreshResult;
  try {
    result = await runFeed(setup, feed, {
      signal: run.signal,
      ...(!whole && feed.id !== ARCHIVE && { olderFiles: OLDER_FILES }),
      onProgress: () =>
        saveCheck(feed.id, {
          ...before,
          ...afterProgress(withoutError(before), outside.now()),
          begun: outside.now(),
        }),
    });
  } catch (error) {
    if (error === STOPPED) {
      await saveCheck(feed.id, before).catch(warn); // no fault of the feed
      throw error;
    }
    const failed = afterFailure(withoutError(before), outside.now(), outside.random());
    await saveCheck(feed.id, { ...failed, error: storeErrorOf(error) });
    warn(error);
    return;
  }
  await saveCheck(feed.id, checkAfter(setup, run, result));
}

/**
 * Notes a run as failed before it begins, so that a feed that kills the background is not asked at the next start. If that cannot be
 * written, the feed is not asked, unless the reader pressed for it: it would be due again at every start.
 */
async function noteBegin({ outside }: RunSetup, { feed, before, whole }: CheckedRun): Promise<void> {
  const { next, failures } = afterFailure(before, outside.now(), outside.random());
  const noted = { ...before, failures, begun: outside.now(), ...(next !== undefined && { next }) };
  await saveCheck(feed.id, noted).catch((error: unknown) => {
    if (!whole) throw error;
    warn(error);
  });
}

/** What is kept of a run that ended by itself. */
function checkAfter(
  { outside }: RunSetup,
  { before, whole }: CheckedRun,
  { error, waiting }: RefreshResult,
): StoredCheck {
  const now = outside.now();
  if (!error) return afterSuccess(now, outside.random(), waiting > 0 && !whole);
  if (error.code === "offline") return { ...before, ...afterOffline(withoutError(before), now) };
  const failed = afterFailure(withoutError(before), now, outside.random(), error.retryAfterMs);
  return { ...failed, error: feedErrorOf(error) };
}

function withoutError(check: StoredCheck): Omit<StoredCheck, "error"> {
  const { error: _, ...others } = check;
  return others;
}

/** What went wrong with a feed, as it is kept with it. */
export const feedErrorOf = ({
  code,
  url,
  status,
  message,
}: FeedError): NonNullable<StoredCheck["error"]> => ({
  code,
  detail: message,
  ...(status !== undefined && { status }),
  ...(URL.canParse(url) && { host: new URL(url).host }),
});
