/**
 * "Today, live": a feed of our own, made of what networks answer. By itself it asks once a day, at most five requests in 24 hours
 * or, if the reader chose the hour at which the day changes, in one such day; they are the same for every reader. More, and
 * Bluesky's search, only when its button is pressed. It asks about one paper only after a press on the button that says so.
 */
import { createLog } from "../feeds/feed-checks.ts";
import { errorText } from "../feeds/feed-text.ts";
import type { Outside } from "../net/outside.ts";
import { isDue } from "../feeds/schedule.ts";
import type { LiveStatus, LookReply } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { changeFeedSettings } from "../settings/feeds.ts";
import { warn } from "../warn.ts";
import { createAsker } from "./ask-live.ts";
import { hotDay } from "./calendar/hot-day.ts";
import { createAlphaxivSwitch } from "./live-alphaxiv.ts";
import { isLiveOn, liveContents, readLiveCheck, removeLiveDigests, saveLiveCheck } from "./live-feed.ts";
import { LIVE_ALARM, nextAfter, setLiveAlarm } from "./live-schedule.ts";
import { liveStatus } from "./live-status.ts";
import { createLooks } from "./look-now.ts";
import { PUBLIC_ADDRESSES } from "./sources/addresses.ts";
import type { Addresses } from "./sources/addresses.ts";
import { createStoppableTurns, unlessStopped } from "./stoppable-turns.ts";

export interface Live {
  /** To be called at every start of the worker. Never throws. */
  start: () => Promise<void>;
  /** To be called for every alarm. */
  alarm: (name: string) => Promise<void>;
  status: () => Promise<LiveStatus>;
  /** Once on, it asks at once if that is due, unless `see` does it. */
  set: (on: boolean, askNow?: boolean) => Promise<void>;
  /** For a reader who waits for today's list: asks unless it is there, and says why it is not. */
  see: () => Promise<string | undefined>;
  /** The reader chose another hour at which the day changes. */
  dayChanged: () => Promise<void>;
  /** The button: asks now, Bluesky too as far as it lets us, and ends when that is done. */
  refresh: () => Promise<void>;
  /** Switches posts on X on or off; their host must be allowed before. */
  setAlphaxiv: (on: boolean) => Promise<void>;
  /** Removes its digests. */
  remove: () => Promise<void>;
  /** Asks the networks about one paper. */
  look: (id: PaperId) => Promise<LookReply>;
}

export interface LiveOptions {
  outside: Omit<Outside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  /** Other servers, for tests. */
  addresses?: Addresses;
}

/** The feed in one life of the worker. */
export function createLive({ outside, onChange, addresses = PUBLIC_ADDRESSES }: LiveOptions): Live {
  const { now } = outside;
  const log = createLog();
  const turns = createStoppableTurns();
  const { inTurn, interrupt } = turns;
  const { ask, isAsking } = createAsker({ outside, onChange, addresses, log });

  const askIfDue = (): Promise<void> =>
    unlessStopped(
      inTurn(async (signal) => {
        if ((await isLiveOn()) && isDue(await readLiveCheck(), now())) await ask("due", signal);
        await setLiveAlarm(now);
      }),
    ).catch(warn);

  return {
    start: askIfDue,
    alarm: async (name) => {
      if (name === LIVE_ALARM) await askIfDue();
    },
    status: () => liveStatus(now, isAsking),
    async set(on, askNow = on) {
      await interrupt(async () => {
        await changeFeedSettings(() => ({ live: on }));
        // What it knows stays; when it last asked tells whether it is due.
        await setLiveAlarm(now);
      });
      if (askNow) void askIfDue();
    },
    async see() {
      await unlessStopped(
        inTurn(async (signal) => {
          const { newest } = await liveContents();
          if ((await readLiveCheck()).error || newest !== hotDay(now()).date) await ask("seen", signal);
          await setLiveAlarm(now);
        }),
      );
      const { error } = await readLiveCheck();
      return error && errorText(error).text;
    },
    dayChanged: () =>
      inTurn(async () => {
        const check = await readLiveCheck();
        // After a failure it has times of its own.
        if (check.good !== undefined && check.failures === 0)
          await saveLiveCheck({ ...check, next: await nextAfter(check.good, outside.random) });
        await setLiveAlarm(now);
      }),
    refresh: () => unlessStopped(inTurn((signal) => ask("refresh", signal)).then(() => setLiveAlarm(now))),
    setAlphaxiv: createAlphaxivSwitch({ turns, ask, now, onChange }),
    async remove() {
      await interrupt(async () => {
        await removeLiveDigests();
        const { next, failures } = await readLiveCheck();
        await saveLiveCheck({ failures, ...(next !== undefined && { next }) });
        await onChange();
      });
    },
    look: createLooks(outside, addresses, log),
  };
}
