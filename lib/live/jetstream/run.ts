/**
 * The times that a connection has covered: they follow each other closely, because the whole network writes some 40 posts a second. One
 * event with a wrong time covers nothing.
 */
import { MICROSECONDS } from "./event.ts";
import type { Span } from "./spans.ts";

/** Longer than this without an event is a hole. Microseconds, as all times here. */
export const HOLE = 60_000 * MICROSECONDS;

export class Run {
  private span: { from: number; until: number };
  private leap: number | undefined;

  /** `from`: everything before it was heard by others, or is not wanted. */
  constructor(from: number) {
    this.span = { from, until: from };
  }

  get covered(): Span {
    return [this.span.from, this.span.until];
  }

  /**
   * Takes in the time of an event.
   *
   * @returns the span that ended, if there is a hole before this event and the previous one
   */
  hear(time: number): Span | undefined {
    const { span, leap } = this;
    if (time <= span.until + HOLE) {
      if (time > span.until) span.until = time;
      this.leap = undefined;
      return undefined;
    }
    if (leap === undefined || time < leap || time > leap + HOLE) {
      this.leap = time;
      return undefined;
    }
    const ended = this.covered;
    this.span = { from: leap, until: time };
    this.leap = undefined;
    return ended;
  }
}
