/**
 * "Today, live": a feed of our own, made of what networks answer. By itself it asks once a day, at most five requests in 24 hours
 * or, where the reader chose the hour at which the day changes, in one such day; they are the same for every reader. More, and
 * Bluesky's search, only when its button is pressed. It asks about one paper only when somebody presses the button that says so.
 */
import { browser } from "../browser.ts";
import { changeAfter, changeBefore, readersDay } from "../day/reader-day.ts";
import { isLoopback } from "../feed/address.ts";
import type { FeedOutside } from "../feed/outside.ts";
import { afterFailure, afterOffline, isDue } from "../feed/schedule.ts";
import type { LookReply, LiveStatus } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { readDayChange } from "../settings/day-change.ts";
import { changeFeedSettings, readFeedSettings } from "../settings/feeds.ts";
import { PUBLIC_ADDRESSES } from "../sources/addresses.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Failed } from "../sources/answer.ts";
import { afterRefusal, afterSearches, nextSearch, searchesLeft } from "../sources/search-allowance.ts";
import { openIndex } from "../store/open.ts";
import { feedContents, readCopy } from "../store/read.ts";
import { putFeedFile, removeFeed } from "../store/write.ts";
import { LEAST_REQUESTS, liveDigest, MOST_REQUESTS } from "../today/live-digest.ts";
import { lookAtPaper } from "../today/look-at-paper.ts";
import { checksOf, createLog, saveCheck, storeErrorOf } from "./feed-checks.ts";
import type { StoredCheck } from "./feed-checks.ts";
import { stateText } from "./feed-text.ts";
import { askedLately, freeAgain, readMemory, remember } from "./live-memory.ts";
import { liveOutside } from "./live-outside.ts";
import { codeOf, sourceLines } from "./live-text.ts";
import { createQueue } from "./queue.ts";
import { warn } from "./warn.ts";

/** Id of this feed in the index and among the checks. */
export const LIVE = "live";

export interface Live {
  /** To be called at every start of the worker. Never throws. */
  start: () => Promise<void>;
  /** To be called for every alarm. */
  alarm: (name: string) => Promise<void>;
  status: () => Promise<LiveStatus>;
  set: (on: boolean) => Promise<void>;
  /** The reader chose another hour at which the day changes. */
  dayChanged: () => Promise<void>;
  /** The button: asks now, Bluesky too as far as it lets us, and ends when that is done. */
  refresh: () => Promise<void>;
  /** Removes its digests. */
  remove: () => Promise<void>;
  /** Asks the networks about one paper. */
  look: (id: PaperId) => Promise<LookReply>;
}

export interface LiveOptions {
  outside: Omit<FeedOutside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  /** Other servers, for tests. */
  addresses?: Addresses;
}

const ALARM = "live";
const DAY = 86_400_000;
/** arXiv's legacy APIs want one request in so many ms (https://info.arxiv.org/help/api/tou.html). */
const ARXIV_PAUSE = 3000;
/** After the hour that a reader chose, so that not all ask at the same minute. */
const SPREAD = 10 * 60_000;
/** How long an answer about a paper is given again instead of asking again. */
const LOOK_FOR = 30 * 60_000;

const STOPPED = Symbol("stopped");

export function createLive({ outside, onChange, addresses = PUBLIC_ADDRESSES }: LiveOptions): Live {
  const inTurn = createQueue();
  const log = createLog();
  const looks = new Map<PaperId, LookReply>();
  let stop = new AbortController();
  let running = false;
  /** When arXiv may be asked again. */
  let arxivFree = 0;
  const today = async () => readersDay(outside.now(), await readDayChange());
  const checkNow = async () => (await checksOf([LIVE])).get(LIVE) ?? { failures: 0 };
  const isOn = async () => (await readFeedSettings()).live;

  async function setAlarm(): Promise<void> {
    const { next } = await checkNow();
    if (!(await isOn())) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: Math.max(next ?? 0, outside.now() + 1000) });
  }

  /** When it asks again after it went well at some time. */
  async function nextAfter(good: number): Promise<number> {
    const hour = await readDayChange();
    return hour === undefined ? good + DAY : changeAfter(good, hour) + Math.round(SPREAD * outside.random());
  }

  /** How many requests are left of the day's, and when there are enough of them for a list. */
  async function allowance(now: number): Promise<{ left: number; enoughAt: number }> {
    const hour = await readDayChange();
    const since = hour === undefined ? 0 : changeBefore(now, hour);
    const lately = askedLately(await readMemory(), now).filter((at) => at >= since);
    const left = MOST_REQUESTS - lately.length;
    const free = freeAgain(lately, LEAST_REQUESTS, MOST_REQUESTS, now);
    return { left, enoughAt: hour === undefined || free === now ? free : changeAfter(now, hour) };
  }

  /** Bluesky's search was asked so often, and answered or not. */
  const keepSearches = ({ state, retryAfter }: { state: string; retryAfter?: number }, searches: number) =>
    remember(({ search }) => ({
      search:
        state === "failed"
          ? afterRefusal(search, outside.now(), retryAfter)
          : afterSearches(search, searches, outside.now()),
    }));

  async function newestDigest() {
    const db = await openIndex();
    const { newest } = (await feedContents(db)).get(LIVE) ?? {};
    return newest === undefined ? undefined : readCopy(db, newest, LIVE);
  }

  async function run(byHand: boolean): Promise<void> {
    const { signal } = stop;
    signal.throwIfAborted();
    const now = outside.now();
    const { error: _, ...before }: StoredCheck = await checkNow();
    if (!outside.online() && !isLoopback(new URL(addresses.hackernews))) {
      const error = byHand ? { error: { code: "offline" } } : {};
      await saveCheck(LIVE, { ...(await checkNow()), ...afterOffline(before, now), ...error });
      return;
    }
    const { left, enoughAt } = await allowance(now);
    const requests = byHand ? MOST_REQUESTS : left;
    if (requests < LEAST_REQUESTS) {
      await saveCheck(LIVE, { ...(await checkNow()), next: enoughAt });
      return;
    }
    const { search } = await readMemory();
    const searches = byHand ? searchesLeft(search, now) : 0;
    const world = liveOutside({ ...outside, signal }, addresses, log.add, async (url) => {
      if (url.startsWith(addresses.arxivApi)) {
        const pause = arxivFree - outside.now();
        if (pause > 0 && pause <= ARXIV_PAUSE) await new Promise((done) => setTimeout(done, pause));
        arxivFree = outside.now() + ARXIV_PAUSE;
      }
      // Written before it leaves, so that a worker that is stopped asks for no more than there is.
      if (!byHand)
        await remember((memory) => ({ asked: [...askedLately(memory, now), outside.now()].slice(-50) }));
    });
    const earlier = await newestDigest();
    const { digest, answers, failure } = await liveDigest(world, addresses, {
      now,
      requests,
      searches,
      earlier,
    });
    const bluesky = answers.get("bluesky");
    if (bluesky) await keepSearches(bluesky, world.searches());
    signal.throwIfAborted();
    if (digest) {
      await putFeedFile(await openIndex(), LIVE, { id: LIVE, progress: null }, [digest]);
      await onChange();
      await saveCheck(LIVE, { last: now, good: now, next: await nextAfter(now), failures: 0 });
    } else if (failure) await keepFailure(before, failure);
  }

  async function keepFailure(before: StoredCheck, failure: Failed): Promise<void> {
    const now = outside.now();
    const after = afterFailure(before, now, outside.random(), failure.retryAfter);
    const { enoughAt } = await allowance(now);
    await saveCheck(LIVE, {
      ...after,
      next: Math.max(after.next ?? now, enoughAt),
      error: {
        code: codeOf(failure.reason),
        detail: failure.detail,
        ...(failure.status !== undefined && { status: failure.status }),
        host: new URL(addresses.hackernews).host,
      },
    });
  }

  /** One run; how it went is kept. Never throws but for a stop. */
  async function ask(byHand: boolean): Promise<void> {
    running = true;
    try {
      await run(byHand);
    } catch (error) {
      if (error === STOPPED) throw error;
      warn(error);
      const { error: _, ...before }: StoredCheck = await checkNow();
      const failed = afterFailure(before, outside.now(), outside.random());
      await saveCheck(LIVE, { ...failed, error: storeErrorOf(error) });
    } finally {
      running = false;
      await log.flush();
    }
  }

  async function askIfDue(): Promise<void> {
    try {
      await inTurn(async () => {
        if ((await isOn()) && isDue(await checkNow(), outside.now())) await ask(false);
        await setAlarm();
      });
    } catch (error) {
      if (error !== STOPPED) warn(error);
    }
  }

  /** What runs ends at once; this comes behind it. */
  function interrupt<Result>(work: () => Promise<Result>): Promise<Result> {
    stop.abort(STOPPED);
    return inTurn(() => {
      stop = new AbortController();
      return work();
    });
  }

  return {
    start: askIfDue,
    alarm: async (name) => {
      if (name === ALARM) await askIfDue();
    },
    async status() {
      const [on, check, contents, digest, { search }, day] = await Promise.all([
        isOn(),
        checkNow(),
        openIndex().then(feedContents),
        newestDigest(),
        readMemory(),
        today(),
      ]);
      const { digests, newest } = contents.get(LIVE) ?? { digests: 0 };
      const searchAt = nextSearch(search, outside.now());
      return {
        on,
        running,
        digests,
        ...(newest !== undefined && { newest }),
        ...(check.last !== undefined && { last: check.last }),
        ...(on && check.next !== undefined && { next: check.next }),
        state: stateText({ check, digests, newest, today: day }),
        sources: sourceLines(digest?.sources ?? []),
        ...(searchAt > outside.now() && { searchAt }),
      };
    },
    async set(on) {
      await interrupt(async () => {
        await changeFeedSettings(() => ({ live: on }));
        // What it knows stays; whether it is due is told by when it asked last.
        await setAlarm();
      });
      if (on) void askIfDue();
    },
    dayChanged: () =>
      inTurn(async () => {
        const check = await checkNow();
        // After a failure it has times of its own.
        if (check.good !== undefined && check.failures === 0)
          await saveCheck(LIVE, { ...check, next: await nextAfter(check.good) });
        await setAlarm();
      }),
    async refresh() {
      try {
        await inTurn(() => ask(true));
        await setAlarm();
      } catch (error) {
        if (error !== STOPPED) throw error;
      }
    },
    async remove() {
      await interrupt(async () => {
        await removeFeed(await openIndex(), LIVE);
        const { next, failures } = await checkNow();
        await saveCheck(LIVE, { failures, ...(next !== undefined && { next }) });
        await onChange();
      });
    },
    async look(id) {
      const now = outside.now();
      const known = looks.get(id);
      if (known && now - known.at < LOOK_FOR && known.at <= now) return known;
      const searches = Math.min(2, searchesLeft((await readMemory()).search, now));
      const world = liveOutside(outside, addresses, log.add);
      const networks = await lookAtPaper(world, addresses, id, { searches });
      const bluesky = networks.find(({ network }) => network === "bluesky");
      if (searches > 0 && bluesky) await keepSearches(bluesky, world.searches());
      await log.flush();
      const reply = { at: now, networks };
      if (networks.every(({ state }) => state !== "failed")) looks.set(id, reply);
      return reply;
    },
  };
}
