/**
 * "Today, live" for days before today: the last week after it was switched on, and the gap after the bundled digests when its button is
 * pressed. What is left is kept, so that a worker that is stopped at any moment goes on, and asks for no day twice.
 */
import { browser } from "../browser.ts";
import { BUNDLED_IDS } from "../digest/bundled.ts";
import { addDays } from "../digest/dates.ts";
import { errorText } from "../feeds/feed-text.ts";
import type { Outside } from "../net/outside.ts";
import { openIndex } from "../index/open.ts";
import { days, feedContents } from "../index/read.ts";
import type { PastStatus } from "../messages/messages.ts";
import { warn } from "../warn.ts";
import { hotDay } from "./calendar/hot-day.ts";
import { createFiller, PAST_ALARM } from "./fill-past-days.ts";
import { isLiveOn } from "./live-feed.ts";
import { missingDays } from "./past-days.ts";
import { readPastProgress, writePastProgress } from "./past-progress.ts";
import { PUBLIC_ADDRESSES } from "./sources/addresses.ts";
import type { Addresses } from "./sources/addresses.ts";
import { createStoppableTurns, unlessStopped } from "./stoppable-turns.ts";

export interface PastDays {
  /** To be called at every start of the worker, and for every alarm. Never throws. */
  start: () => Promise<void>;
  alarm: (name: string) => Promise<void>;
  status: () => Promise<PastStatus>;
  /** Fetches the days of the last week that are missing; does not wait for them. */
  week: () => Promise<void>;
  /** The same for all days since the bundled digests. */
  gap: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface PastDaysOptions {
  outside: Omit<Outside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  /** Other servers, for tests. */
  addresses?: Addresses;
  /** Between two requests, in ms. */
  between?: number;
}

const BETWEEN = 2000;

/** The days in one life of the worker. */
export function createPastDays({
  outside,
  onChange,
  addresses = PUBLIC_ADDRESSES,
  between = BETWEEN,
}: PastDaysOptions): PastDays {
  const { inTurn, interrupt } = createStoppableTurns();
  const fill = createFiller({ outside, onChange, addresses, between });
  const { host } = new URL(addresses.huggingface);
  const today = () => hotDay(outside.now()).date;

  /** Goes on with what is left, and sets the alarm again if something is left. Never throws. */
  const goOn = (): Promise<void> =>
    unlessStopped(
      inTurn(async (signal) => {
        if (!(await isLiveOn())) return;
        await fill(signal);
        const { filling } = await readPastProgress();
        if (!filling) await browser.alarms.clear(PAST_ALARM);
        else
          await browser.alarms.create(PAST_ALARM, {
            when: Math.max(filling.next ?? 0, outside.now() + 1000),
          });
      }),
    ).catch(warn);

  /** Ends what runs, then changes what is left. */
  const change = (left: (before: readonly string[]) => Promise<readonly string[]>): Promise<void> =>
    interrupt(async () => {
      const { none, filling } = await readPastProgress();
      const wanted = [...(await left(filling?.left ?? []))];
      await writePastProgress({
        none,
        ...(wanted.length > 0 && { filling: { left: wanted, of: wanted.length, failures: 0 } }),
      });
      if (wanted.length === 0) await browser.alarms.clear(PAST_ALARM);
    });

  return {
    start: goOn,
    alarm: async (name) => {
      if (name === PAST_ALARM) await goOn();
    },
    status: () => pastStatus(today(), host),
    async week() {
      await change(async (before) => {
        const { days: week } = await readMissing(today(), addDays(today(), -8));
        return [...new Set([...week, ...before])];
      });
      void goOn();
    },
    async gap() {
      await change(async () => (await readMissing(today())).days);
      void goOn();
    },
    stop: () => change(async () => []),
  };
}

/** Days before today that are missing after some day, or after the bundled digests. */
async function readMissing(today: string, after?: string): Promise<{ since: string; days: string[] }> {
  const db = await openIndex();
  const [all, contents, { none }] = await Promise.all([days(db), feedContents(db), readPastProgress()]);
  const bundled =
    BUNDLED_IDS.map((id) => contents.get(id)?.newest ?? "")
      .toSorted()
      .at(-1) ?? "";
  const since = after ?? bundled;
  const known = new Set([...none, ...all.map(({ date }) => date)]);
  return { since, days: missingDays(since, today, known) };
}

/** How far it is, or what a press would fetch. */
async function pastStatus(today: string, host: string): Promise<PastStatus> {
  const [{ filling }, { since, days: gap }] = await Promise.all([readPastProgress(), readMissing(today)]);
  return {
    ...(filling && {
      filling: {
        done: filling.of - filling.left.length,
        of: filling.of,
        ...(filling.code !== undefined && { problem: errorText({ code: filling.code, host }).text }),
        ...(filling.next !== undefined && { next: filling.next }),
      },
    }),
    ...(!filling && gap.length > 0 && since !== "" && { gap: { since, requests: gap.length } }),
  };
}
