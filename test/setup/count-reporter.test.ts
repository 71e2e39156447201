import { expect, test } from "vitest";
import { countLine } from "./count-reporter.ts";

type Module = Parameters<typeof countLine>[0][number];

/** A test file as vitest reports it, with tests in these states. */
const fileWith = (states: string[], errors: string[] = []) =>
  ({
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => [{ errors: () => [] }],
    },
    errors: () => errors,
  }) as unknown as Module;

test("counts tests of all files, and one that never ran as skipped", () => {
  const files = [fileWith(["passed", "passed", "failed"]), fileWith(["skipped", "pending", "passed"])];
  expect(countLine(files, 0)).toBe("3 passed, 1 failed, 2 skipped");
});

test("a file that could not be loaded is a failure, though it has no test", () => {
  expect(countLine([fileWith([], ["SyntaxError"])], 0)).toBe("0 passed, 1 failed, 0 skipped");
});

test("an error outside of all tests is a failure", () => {
  expect(countLine([fileWith(["passed"])], 1)).toBe("1 passed, 1 failed, 0 skipped");
});
