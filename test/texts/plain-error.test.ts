import { describe, expect, test } from "vitest";
import { AskError } from "../../lib/messages/ask.ts";
import { StoreError } from "../../lib/index/store-error.ts";
import { plainError, PlainError } from "../../lib/texts/plain-error.ts";

const SENTENCE = /^[A-Z“].*[a-z)”]\.? ?.*\.$/u;

test.each(["full", "newerVersion", "blocked", "noDatabase", "damaged", "failed"] as const)(
  "an index that is %s is told in words, with what to do, and without the browser's own",
  (code) => {
    const said = plainError(
      new StoreError(code, new DOMException("a mutation was attempted", "UnknownError")),
    );
    expect(said).toMatch(SENTENCE);
    expect(said).not.toContain("mutation");
  },
);

test("the code of what the browser said can be reported", () => {
  expect(plainError(new StoreError("failed", new DOMException("words", "UnknownError")))).toContain(
    "UnknownError",
  );
});

test("sentences stay as they are: ours, and those of the worker", () => {
  expect(plainError(new PlainError("You have it already."))).toBe("You have it already.");
  expect(plainError(new AskError("failed", "There is no room."))).toBe("There is no room.");
});

test("a background that does not answer is told in words", () => {
  expect(plainError(new AskError("missing", "Could not establish connection."))).toBe(
    "The extension’s background did not answer. Reload this page.",
  );
});

test.each([
  new DOMException("The quota has been exceeded.", "QuotaExceededError"),
  new Error("QUOTA_BYTES quota exceeded"),
])("storage without room is told as such: %s", (error) => {
  expect(plainError(error)).toBe(
    "There is no room left in the browser’s storage for this. Nothing was changed.",
  );
});

describe("what an engine says of its own faults is not shown", () => {
  test.each([
    [new TypeError("Cannot read properties of undefined (reading 'papers')"), "TypeError"],
    [new RangeError("Maximum call stack size exceeded"), "RangeError"],
    ["at read.ts:12", "unknown"],
    [undefined, "unknown"],
  ])("%s", (error, code) => {
    const said = plainError(error);
    expect(said).toContain(`(${code})`);
    expect(said).not.toMatch(/undefined|stack|read\.ts/u);
    expect(said).toMatch(SENTENCE);
  });
});
