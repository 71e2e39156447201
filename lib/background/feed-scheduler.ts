/**
 * Refreshing feeds: which one when, never two at once, so never two requests at once either. What a run brings is written file
 * by file; a worker that is stopped at any moment goes on from there when it starts again.
 */
import { checksOf, createLog, ifStopped, saveCheck, storeErrorOf } from "../feeds/feed-checks.ts";
import type { Log, StoredCheck } from "../feeds/feed-checks.ts";
import { ARCHIVE } from "../feeds/full-texts-feed.ts";
import { isDue, nextDue } from "../feeds/schedule.ts";
import { createQueue } from "../queue.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import type { FeedSettings } from "../settings/feeds.ts";
import { warn } from "../warn.ts";
import { runFeed } from "./run-feed.ts";
import type { AskedFeed, RunSetup } from "./run-feed.ts";
import { feedErrorOf, runFeedCheck, STOPPED } from "./run-feed-check.ts";

export interface Refresher {
  /** Refreshes what is due, or these feeds whether due or not and whole. Never throws: how it went is kept with the feed. */
  refresh: (ids?: readonly string[]) => Promise<void>;
  /** Fetches the archive's words of whole months (`YYYY-MM`) before anything else, if they are wanted. Gives what failed. */
  months: (months: readonly string[]) => Promise<StoredCheck["error"]>;
  /** Stops what is under way and does this before it goes on: for changes to what there is to refresh. */
  interrupt: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Id of the feed that is being refreshed. */
  running: () => string | undefined;
  /** When the next feed is due, in ms since 1970; undefined without feeds. */
  nextDue: () => Promise<number | undefined>;
  log: Log;
}

/** Only the outside world and the callback have no usual value. */
export type RefresherOptions = Pick<RunSetup, "outside" | "onChange"> & Partial<Omit<RunSetup, "log">>;

/** The archive's files come in one go, slowly: 294 of them in five minutes. */
const ARCHIVE_PAUSE = 1000;

/** The feeds to ask, the preferred first: those that are on, and the archive if its words are wanted. */
export function feedsToAsk({ feeds, fullTexts }: FeedSettings): AskedFeed[] {
  return [...feeds.filter(({ on }) => on), ...(fullTexts ? [{ id: ARCHIVE }] : [])];
}

/** What runs, and how it is stopped. */
interface Scheduler {
  setup: RunSetup;
  /** Stops what is under way, and what is about to be. */
  stop: AbortController;
  /** Id of the feed that is being refreshed. */
  current: string | undefined;
}

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Refreshes feeds in one life of the worker. */
export function createRefresher({
  outside,
  onChange,
  changeEvery = 2000,
  limits = {},
  archivePause = ARCHIVE_PAUSE,
}: RefresherOptions): Refresher {
  const inTurn = createQueue();
  const log = createLog();
  const scheduler: Scheduler = {
    setup: { outside, onChange, changeEvery, limits, archivePause, log },
    stop: new AbortController(),
    current: undefined,
  };

  /** A run, or one that is about to begin, ends at once and waits until this work is done. */
  const interrupt: InTurn = (work) => {
    scheduler.stop.abort(STOPPED);
    return inTurn(() => {
      scheduler.stop = new AbortController();
      return work();
    });
  };

  /** What was interrupted is done again, after what interrupted it. A press does not wait minutes for the archive. */
  async function refresh(ids?: readonly string[]): Promise<void> {
    const begin = ids && scheduler.current === ARCHIVE ? interrupt : inTurn;
    try {
      await begin(() => refreshAll(scheduler, ids));
    } catch (error) {
      if (error === STOPPED) await refresh(ids);
      else warn(error);
    }
  }

  /** Runs at once; if another such call interrupts it, after that one. */
  async function months(wanted: readonly string[], begin = interrupt): Promise<StoredCheck["error"]> {
    try {
      return await begin(() => fetchMonths(scheduler, wanted));
    } catch (error) {
      if (error === STOPPED) return months(wanted, inTurn);
      warn(error);
      return storeErrorOf(error);
    }
  }

  return {
    refresh,
    interrupt,
    months: oncePerMonths(months),
    running: () => scheduler.current,
    async nextDue() {
      const feeds = feedsToAsk(await readFeedSettings());
      return nextDue([...(await checksOf(feeds.map(({ id }) => id))).values()], outside.now());
    },
    log,
  };
}

/** One after the other: the feeds that are due, or these whether due or not and whole. */
async function refreshAll(scheduler: Scheduler, ids: readonly string[] | undefined): Promise<void> {
  const { setup, stop } = scheduler;
  const feeds = feedsToAsk(await readFeedSettings()).filter(({ id }) => ids?.includes(id) ?? true);
  const checks = await checksOf(feeds.map(({ id }) => id));
  for (const feed of feeds) {
    const kept = checks.get(feed.id) ?? { failures: 0 };
    const before = ifStopped(kept, feed.address === undefined ? undefined : new URL(feed.address).host);
    if (ids || isDue(before, setup.outside.now())) {
      const run = { feed, before, whole: ids !== undefined, signal: stop.signal };
      await underWay(scheduler, feed.id, () => runFeedCheck(setup, run));
    } else if (kept.begun !== undefined) await saveCheck(feed.id, before); // so that pages show it
  }
}

/** Fetches the archive's words of whole months, if they are wanted. Gives what failed. */
async function fetchMonths(scheduler: Scheduler, months: readonly string[]): Promise<StoredCheck["error"]> {
  const { fullTexts } = await readFeedSettings();
  if (!fullTexts) return undefined;
  const run = { months, signal: scheduler.stop.signal };
  const { error } = await underWay(scheduler, ARCHIVE, () => runFeed(scheduler.setup, { id: ARCHIVE }, run));
  return error && feedErrorOf(error);
}

/** Works on a feed, which counts as running from before the first word that is kept of it until after the last. */
async function underWay<Result>(
  scheduler: Scheduler,
  id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  scheduler.current = id;
  try {
    return await work();
  } finally {
    scheduler.current = undefined;
  }
}

/** Remembers the months that are being fetched: asking for them again does not start over. */
function oncePerMonths(fetchThem: Refresher["months"]): Refresher["months"] {
  const coming = new Map<string, ReturnType<Refresher["months"]>>();
  return (wanted) => {
    const key = wanted.toSorted().join();
    const same = coming.get(key);
    if (same) return same;
    const first = fetchThem(wanted).finally(() => coming.delete(key));
    coming.set(key, first);
    return first;
  };
}
