/** When "Today, live" asks by itself: once a day, and never more often than a day's requests allow. */
import { DAY_MS } from "../digest/dates.ts";
import { browser } from "../browser.ts";
import { changeAfter, changeBefore } from "../digest/local-day.ts";
import type { Outside } from "../net/outside.ts";
import { readDayChange } from "../settings/day-change.ts";
import { LEAST_REQUESTS, MOST_REQUESTS } from "./live-digest.ts";
import { isLiveOn, readLiveCheck } from "./live-feed.ts";
import { askedLately, freeAgain, readMemory } from "./live-memory.ts";

/** Name of its alarm. */
export const LIVE_ALARM = "live";

/** After the hour that a reader chose, so that not all ask at the same minute. */
const SPREAD = 10 * 60_000;

/** Sets the alarm for the next time that it is due, or clears it if it is switched off. */
export async function setLiveAlarm(now: Outside["now"]): Promise<void> {
  const { next } = await readLiveCheck();
  if (!(await isLiveOn())) await browser.alarms.clear(LIVE_ALARM);
  else await browser.alarms.create(LIVE_ALARM, { when: Math.max(next ?? 0, now() + 1000) });
}

/** When it asks again after it went well at some time. */
export async function nextAfter(good: number, random: Outside["random"]): Promise<number> {
  const hour = await readDayChange();
  return hour === undefined ? good + DAY_MS : changeAfter(good, hour) + Math.round(SPREAD * random());
}

/** How many requests are left of the day's, and when there are enough of them for a list. */
export async function requestsLeft(now: number): Promise<{ left: number; enoughAt: number }> {
  const hour = await readDayChange();
  const since = hour === undefined ? 0 : changeBefore(now, hour);
  const lately = askedLately(await readMemory(), now).filter((at) => at >= since);
  const left = MOST_REQUESTS - lately.length;
  const free = freeAgain(lately, LEAST_REQUESTS, MOST_REQUESTS, now);
  return { left, enoughAt: hour === undefined || free === now ? free : changeAfter(now, hour) };
}
