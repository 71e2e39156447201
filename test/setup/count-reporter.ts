/** Counts every test of a run, for `.ci/run`: the line is written to a file, because more than tests runs after them. */
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

type Named = Pick<TestModule, "relativeModuleId" | "children" | "errors">;

/** What failed, a line each: `FAILED test/e2e/feeds.test.ts > title: first line of the error`. */
export function failureLines(modules: readonly Named[], unhandled: readonly { message: string }[]): string[] {
  const line = (where: string, error?: { message: string }) =>
    `FAILED ${where}: ${error?.message.split("\n", 1)[0] ?? "no reason given"}`;
  return [
    ...modules.flatMap((module) => [
      ...module.errors().map((error) => line(module.relativeModuleId, error)),
      ...[...module.children.allSuites()].flatMap((suite) =>
        suite.errors().map((error) => line(module.relativeModuleId, error)),
      ),
      ...[...module.children.allTests("failed")].map((test) =>
        line(`${module.relativeModuleId} > ${test.fullName}`, test.result().errors?.[0]),
      ),
    ]),
    ...unhandled.map((error) => line("outside of all tests", error)),
  ];
}

/** The files that took longest, the longest first: `12 s test/e2e/feeds.test.ts`. */
export function slowLines(modules: readonly TestModule[], most = 20): string[] {
  return modules
    .map((module) => ({ file: module.relativeModuleId, ms: module.diagnostic().duration }))
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ file, ms }) => `${Math.round(ms / 1000)} s ${file}`);
}

/** Writes what `.ci/run` ends with when a run ends: the slowest files, what failed, and the count in `file`. */
export function countReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        `${file}.slow`,
        slowLines(modules)
          .map((line) => `${line}\n`)
          .join(""),
      );
      writeFileSync(
        `${file}.failed`,
        failureLines(modules, errors)
          .map((line) => `${line}\n`)
          .join(""),
      );
      writeFileSync(file, `${countLine(modules, errors.length)}\n`);
    },
  };
}
