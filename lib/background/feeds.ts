/** What the reader can do with feeds, and how they are. Every change is kept at once and survives the worker. */
import { allowedUrl, typedUrl } from "../feeds/address.ts";
import { ARCHIVE } from "../feeds/full-texts-feed.ts";
import { saveCheck } from "../feeds/feed-checks.ts";
import { errorText } from "../feeds/feed-text.ts";
import { sha256 } from "../feeds/sha256.ts";
import type { FeedCheck, FeedsStatus } from "../messages/messages.ts";
import { changeFeedSettings, readFeedSettings } from "../settings/feeds.ts";
import { PlainError } from "../texts/plain-error.ts";
import { sentences } from "../texts/sentences.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { changeFeeds, purgeRemovedFeeds, showFeedSettings } from "./apply-feed-settings.ts";
import type { FeedWork } from "./apply-feed-settings.ts";
import { checkTypedFeed } from "./check-typed-feed.ts";
import { withAllOff, withFeed, withFeedBack, withFeedChanged, withFeedRemoved } from "./feed-list.ts";
import { FEED_ALARM, refreshNow, setFeedAlarm } from "./feed-runs.ts";
import { createRefresher, feedsToAsk } from "./feed-scheduler.ts";
import type { RefresherOptions } from "./feed-scheduler.ts";
import { readFeedsStatus } from "./feed-status.ts";

export interface Feeds {
  /** To be called at every start of the worker: alarms, what is overdue, what was left undone. Never throws. */
  start: () => Promise<void>;
  /** To be called for every alarm. */
  alarm: (name: string) => Promise<void>;
  status: () => Promise<Omit<FeedsStatus, "live" | "past" | "bundled">>;
  check: (address: string) => Promise<FeedCheck>;
  /** @param on whether it is asked for news, true by default */
  add: (address: string, title: string, on?: boolean) => Promise<void>;
  set: (id: string, change: { on?: boolean | undefined; place?: number | undefined }) => Promise<void>;
  remove: (id: string) => Promise<void>;
  undoRemove: (id: string) => Promise<void>;
  /** Refreshes all feeds, or one, whole, and ends when that is done. */
  refresh: (id?: string) => Promise<void>;
  fullTexts: (on: boolean) => Promise<void>;
  /** The archive's words of whole months (`YYYY-MM`) come before all others, if they are wanted at all. */
  wantMonths: (months: readonly string[]) => Promise<void>;
  /** Wants the archive's words, these months first, and ends when they are there. @throws why they are not */
  loadTexts: (months: readonly string[]) => Promise<void>;
  /** Everything was deleted from the index: feeds stay in the list, switched off, so that nothing comes back by itself. */
  deletedEverything: (work: () => Promise<void>, forget?: boolean) => Promise<void>;
}

export interface FeedsOptions extends RefresherOptions {
  /** How long a removed feed can come back, in ms. */
  undoFor?: number;
}

const UNDO_FOR = 30_000;
/** A reader has a handful; this limits a mistake. */
const MOST_FEEDS = 50;

/** The feeds in one life of the worker. */
export function createFeeds({ outside, onChange, undoFor = UNDO_FOR, ...how }: FeedsOptions): Feeds {
  const refresher = createRefresher({ outside, onChange, ...how });
  const work: FeedWork = { refresher, now: () => outside.now(), onChange, undoFor };
  const today = () => new Date(outside.now()).toISOString().slice(0, 10);
  return {
    start: () => quietly(() => startFeeds(work)),
    async alarm(name) {
      if (name === FEED_ALARM) await quietly(() => refreshNow(work));
    },
    status: () => readFeedsStatus({ today: today(), running: refresher.running }),
    check: (address) =>
      checkTypedFeed(address, { outside, today: today(), log: refresher.log, limits: how.limits }),
    ...listActions(work),
    ...fullTextActions(work),
    async refresh(id) {
      const ids = feedsToAsk(await readFeedSettings()).map((feed) => feed.id);
      await refreshNow(work, id === undefined ? ids : [id]);
    },
    async deletedEverything(deletion, forget = false) {
      await refresher.interrupt(async () => {
        await changeFeedSettings((before) => withAllOff(before, forget));
        await deletion();
        await setFeedAlarm(work);
      });
    },
  };
}

/** Does what an earlier life of the worker left undone, and refreshes what is due. */
async function startFeeds(work: FeedWork): Promise<void> {
  const { removed } = await readFeedSettings();
  if (removed.length > 0) {
    await purgeRemovedFeeds(work);
    purgeLater(work);
  }
  await showFeedSettings(work, await readFeedSettings());
  await refreshNow(work);
}

/** What the reader does with the list of feeds. */
function listActions(work: FeedWork): Pick<Feeds, "add" | "set" | "remove" | "undoRemove"> {
  return {
    async add(typed, title, on = true) {
      const address = allowedUrl(typedUrl(typed).href).href;
      const id = await idOf(address);
      const { feeds } = await readFeedSettings();
      if (feeds.some((feed) => feed.id === id)) throw new PlainError(text("feedsKnown"));
      if (feeds.length >= MOST_FEEDS) throw new PlainError(text("feedsTooMany"));
      const feed = { id, address, title: title || new URL(address).host, on };
      await changeFeeds(work, (before) => withFeed(before, feed));
      if (on) void refreshNow(work);
    },
    async set(id, change) {
      await changeFeeds(work, (before) => withFeedChanged(before, id, change));
      if (change.on) void refreshNow(work);
    },
    async remove(id) {
      await changeFeeds(work, (before) => withFeedRemoved(before, id, work.now()));
      purgeLater(work);
    },
    async undoRemove(id) {
      const { feeds } = await changeFeeds(work, (before) => withFeedBack(before, id));
      if (!feeds.some((feed) => feed.id === id)) throw new PlainError(text("feedsGone"));
    },
  };
}

/** What the reader does with the archive's words. */
function fullTextActions(work: FeedWork): Pick<Feeds, "fullTexts" | "wantMonths" | "loadTexts"> {
  const setWanted = (fullTexts: boolean) => changeFeeds(work, () => ({ fullTexts, offerDismissed: true }));

  /** All words of the archive that are not here yet; a reader who wanted some does not wait for these. */
  async function theRest(): Promise<void> {
    await saveCheck(ARCHIVE, undefined);
    void refreshNow(work);
  }

  return {
    async fullTexts(on) {
      await setWanted(on);
      if (on) await theRest();
    },
    async wantMonths(months) {
      await work.refresher.months(months);
    },
    async loadTexts(months) {
      if (!(await readFeedSettings()).fullTexts) await setWanted(true);
      const error = await work.refresher.months(months);
      await theRest();
      if (!error) return;
      const { text: what, advice } = errorText(error);
      throw new PlainError(sentences(what, advice));
    },
  };
}

function purgeLater(work: FeedWork): void {
  setTimeout(() => void quietly(() => purgeRemovedFeeds(work)), work.undoFor + 50);
}

async function idOf(address: string): Promise<string> {
  return `feed-${(await sha256(address)).slice(0, 12)}`;
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    warn(error);
  }
}
