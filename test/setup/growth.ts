/** Whether work grows with its input and no faster. Measured against itself: no clock of a busy machine decides. */
import { expect } from "vitest";

/** Of this process alone, in milliseconds. */
const used = (): number => process.cpuUsage().user / 1000;

function cost(work: () => void): number {
  const before = used();
  work();
  return used() - before;
}

/** Costs below this are noise: the compiler at work, a collection of garbage. */
const NOISE = 40;
/** Four times the input costs four times as much if the work is linear, and sixteen times if it is quadratic. */
const [STEP, MOST] = [4, 9];

/**
 * Runs work with inputs that grow to a million characters, and stops at the first step that costs more than it may.
 *
 * @param inputOf an input of about so many characters
 * @param most characters of the last step
 * @param noise milliseconds below which a step tells nothing
 */
export function expectLinear<Input>(
  inputOf: (size: number) => Input,
  work: (input: Input) => void,
  most = 1_048_576,
  noise = NOISE,
): void {
  let before: number | undefined;
  for (let size = 1024; size <= most; size *= STEP) {
    const input = inputOf(size);
    let spent = cost(() => work(input));
    if (before !== undefined) {
      const limit = MOST * Math.max(before, noise);
      // What came out too high is measured again: the compiler may have been at work.
      if (spent > limit)
        spent = Math.min(
          spent,
          cost(() => work(input)),
        );
      expect(spent, `${size} characters, after ${before} ms for a quarter of them`).toBeLessThan(limit);
    }
    before = spent;
  }
}
