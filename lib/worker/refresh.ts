/**
 * Refreshing feeds: which one when, never two at once, so never two requests at once either. What a run brings is written file
 * by file; a worker that is stopped at any moment goes on from there when it starts again.
 */
import { ARCHIVE } from "../feed/archive-feed.ts";
import { FeedError } from "../feed/feed-error.ts";
import type { FetchOptions } from "../feed/fetch-file.ts";
import type { FeedOutside } from "../feed/outside.ts";
import { refreshFeed } from "../feed/refresh-feed.ts";
import type { FeedShelf, RefreshResult } from "../feed/refresh-feed.ts";
import { afterFailure, afterOffline, afterSuccess, isDue, nextDue } from "../feed/schedule.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import type { FeedSettings } from "../settings/feeds.ts";
import { openIndex } from "../store/open.ts";
import { putFeedFile, putFeeds } from "../store/write.ts";
import { checksOf, createLog, saveCheck, storeErrorOf } from "./feed-checks.ts";
import type { StoredCheck } from "./feed-checks.ts";
import { filesRecord, readKeptFeed, stateRecord } from "./feed-state.ts";
import { createQueue } from "./queue.ts";
import { warn } from "./warn.ts";

export interface Refresher {
  /** Refreshes what is due, or these feeds whether due or not and whole. Never throws: how it went is kept with the feed. */
  refresh: (ids?: readonly string[]) => Promise<void>;
  /** Fetches the archive's words of one day, before anything else. */
  day: (date: string) => Promise<void>;
  /** Stops what is under way and does this before it goes on: for changes to what there is to refresh. */
  interrupt: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Id of the feed that is being refreshed. */
  running: () => string | undefined;
  /** When the next feed is due, in ms since 1970; undefined without feeds. */
  nextDue: () => Promise<number | undefined>;
  log: ReturnType<typeof createLog>;
}

export interface RefresherOptions {
  outside: Omit<FeedOutside, "signal">;
  /** Called after digests were written; at once for the first of a run, then now and then, and at its end. */
  onChange: () => Promise<void>;
  /** How often `onChange` is called at most during a run, in ms. */
  changeEvery?: number;
  limits?: FetchOptions;
}

/** Files older than a feed's newest month that one run fetches by itself; the next run comes five minutes later. */
const OLDER_FILES = 31;

const STOPPED = Symbol("stopped");

/** The feeds to ask, the preferred first: those that are on, and the archive where its words are wanted. */
export function feedsToAsk({ feeds, archiveWords }: FeedSettings): { id: string; address?: string }[] {
  return [...feeds.filter(({ on }) => on), ...(archiveWords ? [{ id: ARCHIVE }] : [])];
}

export function createRefresher({
  outside,
  onChange,
  changeEvery = 2000,
  limits = {},
}: RefresherOptions): Refresher {
  const inTurn = createQueue();
  const log = createLog();
  let stop = new AbortController();
  let current: string | undefined;
  const today = () => new Date(outside.now()).toISOString().slice(0, 10);

  /** One run over one feed. */
  async function run(
    feed: { id: string; address?: string },
    how: { olderFiles?: number; day?: string },
  ): Promise<RefreshResult> {
    const { id, address } = feed;
    const { signal } = stop;
    signal.throwIfAborted();
    const kept = await readKeptFeed(await openIndex(), id);
    let changed = false;
    let told = -Infinity;
    const change = async (atOnce: boolean) => {
      if (!changed || (!atOnce && outside.now() - told < changeEvery)) return;
      changed = false;
      told = outside.now();
      await onChange();
    };
    const shelf: FeedShelf = {
      async saveListing(state, files) {
        signal.throwIfAborted();
        await putFeeds(await openIndex(), [stateRecord(id, state), filesRecord(id, files)]);
      },
      async saveDigests(state, digests) {
        signal.throwIfAborted();
        const record = stateRecord(id, state);
        const { stored } = await putFeedFile(await openIndex(), id, record, digests, {
          knownDaysOnly: id === ARCHIVE,
        });
        if (stored.length > 0) changed = true;
        await change(false);
      },
      told: log.add,
    };
    current = id;
    try {
      return await refreshFeed(
        { ...outside, signal },
        { id, ...kept, ...(address !== undefined && { address }) },
        shelf,
        { today: today(), limits, ...how },
      );
    } finally {
      current = undefined;
      await change(true);
      await log.flush();
    }
  }

  async function check(
    feed: { id: string; address?: string },
    before: StoredCheck,
    whole: boolean,
  ): Promise<void> {
    const { id } = feed;
    const { error: _, ...lately } = before;
    let result: RefreshResult;
    try {
      result = await run(feed, whole ? {} : { olderFiles: OLDER_FILES });
    } catch (error) {
      if (error === STOPPED) throw error;
      const failed = afterFailure(lately, outside.now(), outside.random());
      await saveCheck(id, { ...failed, error: storeErrorOf(error) });
      warn(error);
      return;
    }
    const now = outside.now();
    const { error, waiting } = result;
    if (error?.code === "offline") await saveCheck(id, { ...before, ...afterOffline(lately, now) });
    else if (error) {
      const failed = afterFailure(lately, now, outside.random(), error.retryAfterMs);
      await saveCheck(id, { ...failed, error: feedErrorOf(error) });
    } else await saveCheck(id, afterSuccess(now, outside.random(), waiting > 0 && !whole));
  }

  async function refreshAll(ids: readonly string[] | undefined): Promise<void> {
    const feeds = feedsToAsk(await readFeedSettings()).filter(({ id }) => ids?.includes(id) ?? true);
    const checks = await checksOf(feeds.map(({ id }) => id));
    for (const feed of feeds) {
      const before = checks.get(feed.id) ?? { failures: 0 };
      if (!ids && !isDue(before, outside.now())) continue;
      // Where nothing can be written now, nobody is asked: it would be due again at once, and again.
      if (!ids) await saveCheck(feed.id, before);
      await check(feed, before, ids !== undefined);
    }
  }

  /** What was interrupted is done again, behind what interrupted it. */
  async function refresh(ids?: readonly string[]): Promise<void> {
    try {
      await inTurn(() => refreshAll(ids));
    } catch (error) {
      if (error === STOPPED) await refresh(ids);
      else warn(error);
    }
  }

  /** What runs, or is about to, ends at once and waits behind this work. */
  function interrupt<Result>(work: () => Promise<Result>): Promise<Result> {
    stop.abort(STOPPED);
    return inTurn(() => {
      stop = new AbortController();
      return work();
    });
  }

  async function day(date: string): Promise<void> {
    try {
      await interrupt(async () => {
        const { archiveWords } = await readFeedSettings();
        if (archiveWords) await run({ id: ARCHIVE }, { day: date });
      });
    } catch (error) {
      if (error === STOPPED) await day(date);
      else warn(error);
    }
  }

  return {
    refresh,
    interrupt,
    day,
    running: () => current,
    async nextDue() {
      const feeds = feedsToAsk(await readFeedSettings());
      return nextDue([...(await checksOf(feeds.map(({ id }) => id))).values()], outside.now());
    },
    log,
  };
}

const feedErrorOf = ({ code, url, status, message }: FeedError): NonNullable<StoredCheck["error"]> => ({
  code,
  detail: message,
  ...(status !== undefined && { status }),
  ...(URL.canParse(url) && { host: new URL(url).host }),
});
