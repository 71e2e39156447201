/** Starts the runs over feeds, and sets the alarm for the next one. */
import { browser } from "../browser.ts";
import type { Refresher } from "./feed-scheduler.ts";

export interface FeedRuns {
  refresher: Refresher;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Name of the alarm. */
export const FEED_ALARM = "feeds";
/** A run whose worker was stopped goes on after this many ms; an alarm also keeps a worker from being stopped. */
const GO_ON = 25_000;

/** Sets the alarm for the next feed that is due, or none. */
export async function setFeedAlarm({ refresher, now }: FeedRuns): Promise<void> {
  const next = await refresher.nextDue();
  if (next === undefined) await browser.alarms.clear(FEED_ALARM);
  else await browser.alarms.create(FEED_ALARM, { when: Math.max(next, now() + 1000) });
}

/** Refreshes what is due, or these feeds whether due or not, with an alarm in case the worker is stopped meanwhile. */
export async function refreshNow(runs: FeedRuns, ids?: readonly string[]): Promise<void> {
  const { refresher } = runs;
  const now = runs.now();
  const next = await refresher.nextDue();
  if (refresher.running() !== undefined || (next !== undefined && next <= now))
    await browser.alarms.create(FEED_ALARM, { when: now + GO_ON });
  await refresher.refresh(ids);
  await setFeedAlarm(runs);
}
