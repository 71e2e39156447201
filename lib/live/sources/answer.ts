/** What a source says: facts, or why there are none. A source that failed is a third thing beside "much" and "nothing". */
import { timeOf } from "../../digest/calendar-date.ts";
import type { Outside } from "../../net/outside.ts";
import { SourceError } from "./source-error.ts";
import type { Reason } from "./source-error.ts";

export interface Told<Facts> {
  state: "ok";
  /** As of when: `YYYY-MM-DDTHH:MM:SS` in UTC. */
  at: string;
  /** False when the source has more than it told us. */
  complete: boolean;
  /** What is good to know about this answer, in plain English; none of it stops a build. */
  notes: string[];
  facts: Facts;
}

export interface Failed {
  state: "failed";
  at: string;
  reason: Reason;
  /** One English sentence, without secrets. */
  detail: string;
  status?: number;
  /** Milliseconds, if the service said how long to wait. */
  retryAfter?: number;
}

export type Answer<Facts> = Told<Facts> | Failed;

/** What the asking part of a source gives; `at` is an instant. */
export interface Found<Facts> {
  at: number;
  complete: boolean;
  notes: string[];
  facts: Facts;
}

/** Runs a source's asking and turns what it found, or the error it met, into an answer. An abort passes through. */
export async function answer<Facts>(
  outside: Outside,
  ask: () => Promise<Found<Facts>>,
): Promise<Answer<Facts>> {
  try {
    const found = await ask();
    return { state: "ok", ...found, at: timeOf(found.at) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return {
      state: "failed",
      at: timeOf(outside.now()),
      reason: error.reason,
      detail: error.message,
      ...(error.status !== undefined && { status: error.status }),
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    };
  }
}
