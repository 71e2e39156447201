/** Tasks of one kind: each waits for its turn, and one that wants something else stops those before it. */
import { createQueue } from "../queue.ts";

/** Why a task was stopped: not a failure. */
export const STOPPED = Symbol("stopped");

export interface StoppableTurns {
  /** Begins when all tasks before it have ended. Its signal is aborted with `STOPPED`. */
  inTurn: <Result>(work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;
  /** Stops what runs or waits, then does this. */
  interrupt: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Turns of one life of the worker. */
export function createStoppableTurns(): StoppableTurns {
  const inTurn = createQueue();
  let stop = new AbortController();
  return {
    inTurn: (work) => inTurn(() => work(stop.signal)),
    interrupt(work) {
      stop.abort(STOPPED);
      return inTurn(() => {
        stop = new AbortController();
        return work();
      });
    },
  };
}

/** Waits for a task, which may be stopped. */
export async function unlessStopped(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error !== STOPPED) throw error;
  }
}
