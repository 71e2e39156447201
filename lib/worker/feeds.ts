/** What the reader can do with feeds, and how they are. Every change is kept at once and survives the worker. */
import { browser } from "../browser.ts";
import { allowedUrl, typedUrl } from "../feed/address.ts";
import { ARCHIVE } from "../feed/archive-feed.ts";
import { checkAddress } from "../feed/check-address.ts";
import { FeedError } from "../feed/feed-error.ts";
import type { FetchOptions } from "../feed/fetch-file.ts";
import type { FeedOutside } from "../feed/outside.ts";
import { waitingFiles } from "../feed/plan.ts";
import { sha256 } from "../feed/sha256.ts";
import type { FeedCheck, FeedsStatus, FeedStatus } from "../messages/messages.ts";
import { changeFeedSettings, readFeedSettings } from "../settings/feeds.ts";
import type { FeedChoice, FeedSettings } from "../settings/feeds.ts";
import { openIndex } from "../store/open.ts";
import { feedContents, readFeed } from "../store/read.ts";
import { removeFeed, showFeeds } from "../store/write.ts";
import { text } from "../texts/text.ts";
import { checksOf, readLog, saveCheck } from "./feed-checks.ts";
import { readKeptFeed } from "./feed-state.ts";
import { asideOf, errorText, kindText, outcomeText, stateText } from "./feed-text.ts";
import { createRefresher, feedsToAsk } from "./refresh.ts";
import type { RefresherOptions } from "./refresh.ts";
import { warn } from "./warn.ts";

export interface Feeds {
  /** To be called at every start of the worker: alarms, what is overdue, what was left undone. Never throws. */
  start: () => Promise<void>;
  /** To be called for every alarm. */
  alarm: (name: string) => Promise<void>;
  status: () => Promise<Omit<FeedsStatus, "live">>;
  check: (address: string) => Promise<FeedCheck>;
  add: (address: string, title: string) => Promise<void>;
  set: (id: string, change: { on?: boolean | undefined; place?: number | undefined }) => Promise<void>;
  remove: (id: string) => Promise<void>;
  undoRemove: (id: string) => Promise<void>;
  /** Refreshes all feeds, or one, whole, and ends when that is done. */
  refresh: (id?: string) => Promise<void>;
  archiveWords: (on: boolean) => Promise<void>;
  wantDay: (date: string) => Promise<void>;
  /** Everything was deleted from the index: feeds stay in the list, switched off, so that nothing comes back by itself. */
  deletedEverything: (work: () => Promise<void>, forget?: boolean) => Promise<void>;
}

export interface FeedsOptions {
  outside: Omit<FeedOutside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  limits?: FetchOptions;
  changeEvery?: RefresherOptions["changeEvery"];
  /** How long a removed feed can come back, in ms. */
  undoFor?: number;
}

const ALARM = "feeds";
const UNDO_FOR = 30_000;
/** A reader has a handful; this is where a mistake ends. */
const MOST_FEEDS = 50;

export function createFeeds({
  outside,
  onChange,
  limits,
  changeEvery,
  undoFor = UNDO_FOR,
}: FeedsOptions): Feeds {
  const refresher = createRefresher({
    outside,
    onChange,
    ...(limits && { limits }),
    ...(changeEvery !== undefined && { changeEvery }),
  });
  const today = () => new Date(outside.now()).toISOString().slice(0, 10);

  /** Sets the alarm for the next feed that is due, or none. */
  async function setAlarm(): Promise<void> {
    const next = await refresher.nextDue();
    if (next === undefined) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: Math.max(next, outside.now() + 1000) });
  }

  async function refreshNow(ids?: readonly string[]): Promise<void> {
    await refresher.refresh(ids);
    await setAlarm();
  }

  /** Lets the index show what the settings say. A worker that was stopped between the two does it at the next start. */
  async function show({ feeds, removed }: FeedSettings): Promise<void> {
    const shown = { order: feeds.map(({ id }) => id), hidden: removed.map(({ id }) => id) };
    const db = await openIndex();
    const before = (await readFeed(db, "shown"))?.shown ?? { order: [], hidden: [] };
    if (JSON.stringify(before) === JSON.stringify(shown)) return;
    await showFeeds(db, shown);
    await onChange();
  }

  /** Changes the settings while nothing runs, and shows what follows from it. */
  const change = (how: (before: FeedSettings) => Partial<FeedSettings>) =>
    refresher.interrupt(async () => {
      const after = await changeFeedSettings(how);
      await show(after);
      await setAlarm();
      return after;
    });

  /** Removes for good what was removed long enough ago. */
  async function purge(): Promise<void> {
    const { removed } = await readFeedSettings();
    const gone = removed.filter(({ at }) => at + undoFor <= outside.now() || at > outside.now());
    for (const { id } of gone) {
      await refresher.interrupt(async () => {
        await removeFeed(await openIndex(), id);
        await saveCheck(id, undefined);
        await show(
          await changeFeedSettings((before) => ({
            removed: before.removed.filter((feed) => feed.id !== id),
          })),
        );
      });
    }
  }
  const purgeLater = () => setTimeout(() => void quietly(purge), undoFor + 50);

  async function statusOf(feed: FeedChoice, removed: boolean): Promise<FeedStatus> {
    const db = await openIndex();
    const [{ state, files }, contents, checks] = await Promise.all([
      readKeptFeed(db, feed.id),
      feedContents(db),
      checksOf([feed.id]),
    ]);
    const { digests, newest } = contents.get(feed.id) ?? { digests: 0 };
    const check = checks.get(feed.id) ?? { failures: 0 };
    return {
      id: feed.id,
      address: feed.address,
      host: new URL(feed.address).host,
      title: state.title || feed.title,
      on: feed.on,
      removed,
      running: refresher.running() === feed.id,
      ...(state.kind && { kind: kindText(state.kind) }),
      digests,
      ...(newest !== undefined && { newest }),
      waiting: waitingFiles(files, state, today()).length,
      ...(check.last !== undefined && { last: check.last }),
      ...(feed.on && check.next !== undefined && { next: check.next }),
      state: stateText({ check, digests, newest, today: today() }),
      needsAccess: check.error?.code === "noAccess",
      aside: asideOf(state),
    };
  }

  async function archiveStatus({
    archiveWords,
    offerDismissed,
  }: FeedSettings): Promise<FeedsStatus["archive"]> {
    const { state, files } = await readKeptFeed(await openIndex(), ARCHIVE);
    const error = (await checksOf([ARCHIVE])).get(ARCHIVE)?.error;
    return {
      on: archiveWords,
      running: refresher.running() === ARCHIVE,
      have: files.length - waitingFiles(files, state, today()).length,
      days: files.length,
      ...(archiveWords && error && { problem: errorText(error) }),
      offer: !archiveWords && !offerDismissed && files.length > 0,
    };
  }

  async function idOf(address: string): Promise<string> {
    return `feed-${(await sha256(address)).slice(0, 12)}`;
  }

  return {
    start: () =>
      quietly(async () => {
        const { removed } = await readFeedSettings();
        if (removed.length > 0) {
          await purge();
          purgeLater();
        }
        await show(await readFeedSettings());
        await refreshNow();
      }),
    alarm: async (name) => {
      if (name === ALARM) await quietly(() => refreshNow());
    },
    async status() {
      const settings = await readFeedSettings();
      const feeds = await Promise.all(settings.feeds.map((feed) => statusOf(feed, false)));
      for (const feed of settings.removed.toSorted((a, b) => a.place - b.place))
        feeds.splice(feed.place, 0, await statusOf(feed, true));
      const log = (await readLog()).toReversed();
      return {
        feeds,
        archive: await archiveStatus(settings),
        log: log.map(({ at, host, outcome, bytes }) => ({ at, host, outcome: outcomeText(outcome), bytes })),
      };
    },
    async check(address) {
      const told = (line: { at: number; host: string; outcome: "new" | "unchanged"; bytes: number }) =>
        refresher.log.add({ ...line, feed: "" });
      try {
        const found = await checkAddress(outside, address, today(), told as never, limits);
        const { feeds } = await readFeedSettings();
        const known = feeds.some((feed) => feed.address === found.address);
        return { ok: true, ...found, kind: kindText(found.kind), known };
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        const { code, status, url } = error;
        const parsed = URL.canParse(url) ? new URL(url) : undefined;
        const host = parsed?.host ?? url;
        return {
          ok: false,
          ...errorText({ code, host, ...(status !== undefined && { status }) }),
          ...(code === "noAccess" && parsed && { origin: `${parsed.protocol}//${parsed.hostname}/*` }),
        };
      } finally {
        await refresher.log.flush();
      }
    },
    async add(typed, title) {
      const address = allowedUrl(typedUrl(typed).href).href;
      const id = await idOf(address);
      const { feeds } = await readFeedSettings();
      if (feeds.some((feed) => feed.id === id)) throw new Error(text("feedsKnown"));
      if (feeds.length >= MOST_FEEDS) throw new Error(text("feedsTooMany"));
      const feed: FeedChoice = { id, address, title: title || new URL(address).host, on: true };
      await change((before) => ({
        feeds: [...before.feeds, feed],
        removed: before.removed.filter((each) => each.id !== id),
      }));
      void refreshNow();
    },
    async set(id, { on, place }) {
      await change(({ feeds }) => {
        const changed = feeds.map((feed) => (feed.id === id && on !== undefined ? { ...feed, on } : feed));
        if (place === undefined) return { feeds: changed };
        const moved = changed.filter((feed) => feed.id === id);
        const others = changed.filter((feed) => feed.id !== id);
        return { feeds: others.toSpliced(Math.max(0, place), 0, ...moved) };
      });
      if (on) void refreshNow();
    },
    async remove(id) {
      await change(({ feeds, removed }) => {
        const place = feeds.findIndex((feed) => feed.id === id);
        const feed = feeds[place];
        if (!feed) return {};
        return {
          feeds: feeds.filter((each) => each.id !== id),
          removed: [...removed.filter((each) => each.id !== id), { ...feed, at: outside.now(), place }],
        };
      });
      purgeLater();
    },
    async undoRemove(id) {
      const { feeds } = await change(({ feeds: kept, removed }) => {
        const found = removed.find((each) => each.id === id);
        if (!found) return {};
        const { at: _, place, ...feed } = found;
        return { feeds: kept.toSpliced(place, 0, feed), removed: removed.filter((each) => each.id !== id) };
      });
      if (!feeds.some((feed) => feed.id === id)) throw new Error(text("feedsGone"));
    },
    async refresh(id) {
      const ids = feedsToAsk(await readFeedSettings()).map((feed) => feed.id);
      await refreshNow(id === undefined ? ids : [id]);
    },
    async archiveWords(on) {
      await change(() => ({ archiveWords: on, offerDismissed: true }));
      if (on) {
        await saveCheck(ARCHIVE, undefined);
        void refreshNow();
      }
    },
    wantDay: (date) => refresher.day(date),
    async deletedEverything(work, forget = false) {
      await refresher.interrupt(async () => {
        await changeFeedSettings(({ feeds }) => ({
          feeds: forget ? [] : feeds.map((feed) => ({ ...feed, on: false })),
          removed: [],
          archiveWords: false,
          ...(forget && { offerDismissed: false }),
        }));
        await work();
        await setAlarm();
      });
    },
  };
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    warn(error);
  }
}
