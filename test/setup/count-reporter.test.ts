import { expect, test } from "vitest";
import { countLine, failureLines } from "./count-reporter.ts";

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

test("what failed is told with its file, its title and the first line of its error", () => {
  const failed = {
    fullName: "feeds > stops",
    result: () => ({ state: "failed", errors: [{ message: "expected 1\nto be 2" }] }),
  };
  const module = {
    relativeModuleId: "test/feeds.test.ts",
    children: { allTests: () => [failed], allSuites: () => [{ errors: () => [{ message: "hook" }] }] },
    errors: () => [],
  } as unknown as Parameters<typeof failureLines>[0][number];
  expect(failureLines([module], [{ message: "late" }])).toEqual([
    "FAILED test/feeds.test.ts: hook",
    "FAILED test/feeds.test.ts > feeds > stops: expected 1",
    "FAILED outside of all tests: late",
  ]);
});
