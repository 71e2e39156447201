/** Fetches the days that are left, one after the other, and keeps after each how far it got. */
import { browser } from "../browser.ts";
import { isLoopback } from "../feeds/address.ts";
import { createLog } from "../feeds/feed-checks.ts";
import type { Outside } from "../net/outside.ts";
import { afterFailure } from "../feeds/schedule.ts";
import { pause } from "../net/pause.ts";
import { putLiveDigest } from "./live-feed.ts";
import { liveOutside } from "./live-outside.ts";
import { codeOf } from "./live-text.ts";
import { askPastDay } from "./past-days.ts";
import { readPastProgress, writePastProgress } from "./past-progress.ts";
import type { Filling } from "./past-progress.ts";
import type { Addresses } from "./sources/addresses.ts";

export interface FillerOptions {
  outside: Omit<Outside, "signal">;
  /** Called after the index changed. */
  onChange: () => Promise<void>;
  addresses: Addresses;
  /** Between two requests, in ms. */
  between: number;
}

/** Name of the alarm that goes on with what is left. */
export const PAST_ALARM = "livePast";
/** An alarm this many ms ahead keeps a worker from being stopped, and wakes one that was. */
const GO_ON = 25_000;
/** Pages read the index again after this many days. */
const TELL_AFTER = 5;

/** Gives what fetches the days that are left, until one cannot be had, none is left, or the signal ends it. */
export function createFiller({
  outside,
  onChange,
  addresses,
  between,
}: FillerOptions): (signal: AbortSignal) => Promise<void> {
  const log = createLog();

  /** Asks for one day and keeps it; false if it could not be had. */
  async function fetchDay(date: string, filling: Filling, signal: AbortSignal): Promise<boolean> {
    const { none } = await readPastProgress();
    const { world } = liveOutside({ ...outside, signal }, addresses, log.add);
    const online = outside.online() || isLoopback(new URL(addresses.huggingface));
    const found = online ? await askPastDay(world, addresses, date) : undefined;
    signal.throwIfAborted();
    if (!found || "failure" in found) {
      const { failures, next } = afterFailure(
        { failures: filling.failures },
        outside.now(),
        outside.random(),
        found?.failure.retryAfter,
      );
      const code = found ? codeOf(found.failure.reason) : "offline";
      await writePastProgress({ none, filling: { ...filling, failures, next, code } });
      return false;
    }
    if ("digest" in found) await putLiveDigest(found.digest);
    const left = filling.left.filter((day) => day !== date);
    const after = { left, of: filling.of, failures: 0 };
    await writePastProgress({
      none: "none" in found ? [...none, date] : none,
      ...(left.length > 0 && { filling: after }),
    });
    return true;
  }

  return async (signal) => {
    let untold = 0;
    try {
      for (;;) {
        const { filling } = await readPastProgress();
        const [date] = filling?.left ?? [];
        if (!filling || date === undefined || (filling.next ?? 0) > outside.now()) break;
        await browser.alarms.create(PAST_ALARM, { when: outside.now() + GO_ON });
        if (!(await fetchDay(date, filling, signal))) break;
        untold += 1;
        if (untold % TELL_AFTER === 0) await onChange();
        if (filling.left.length > 1) await pause(between, signal);
      }
    } finally {
      if (untold % TELL_AFTER > 0) await onChange();
      await log.flush();
    }
  };
}
