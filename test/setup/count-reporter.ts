/** Counts every test of a run, for `.ci/run`: the line is written to a file, since more than tests runs after them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** `3 passed, 0 failed, 1 skipped`. A file that could not run, or an error outside of tests, counts as one failed. */
export function countLine(
  modules: readonly Pick<TestModule, "children" | "errors">[],
  unhandled: number,
): string {
  const count = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      count[state === "pending" ? "skipped" : state] += 1;
    }
    count.failed += module.errors().length;
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
  }
  return `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
}

/** Writes the line to `file` when a run ends. */
export function countReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${countLine(modules, errors.length)}\n`);
    },
  };
}
