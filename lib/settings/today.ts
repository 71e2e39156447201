/** What pages know of "Today, live" without asking the worker: whether it is on, and what it is doing. Only the worker writes it. */
import { readFeedSettings } from "./feeds.ts";
import { fieldsOf, itemsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";

export interface TodayState {
  /** "Today, live" is switched on. */
  on: boolean;
  /** The host that is being asked for today's list. */
  asking?: string;
  /** Days before today are being fetched. */
  filling: boolean;
}

const asking = storedValue("liveAsking");
const past = storedValue("livePast");

/** How long a request takes at most, in ms: anything written before that is from a worker that was stopped. */
const AT_MOST = 60_000;

/** Tells which host is being asked for today's list; none if undefined. */
export const keepAsking = (host: string | undefined, now: number): Promise<void> =>
  asking.write(host === undefined ? null : { host, at: now });

export async function readToday(now: number): Promise<TodayState> {
  const [{ live }, askingNow, pastNow] = await Promise.all([readFeedSettings(), asking.read(), past.read()]);
  const { host, at } = fieldsOf(askingNow);
  const isNow = typeof host === "string" && typeof at === "number" && at <= now && now - at < AT_MOST;
  const filling = itemsOf(fieldsOf(fieldsOf(pastNow)["filling"])["left"]).length > 0;
  return { on: live, ...(isNow && { asking: host }), filling };
}

/** Tells when it does something else, until the signal ends it. */
export function watchToday(onChange: () => void, signal: AbortSignal): void {
  for (const value of [asking, past]) value.watch(onChange, signal);
}
