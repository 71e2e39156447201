import { expect, test } from "vitest";
import { bundledStateIn } from "../../lib/settings/bundled-state.ts";

test.each([
  [{ state: "importing", progress: 0.4 }],
  [{ state: "whole" }],
  [{ state: "deleted" }],
  [{ state: "failed", failure: "no room" }],
  [{ state: "failed" }],
])("%j is read as it is", (stored) => {
  expect(bundledStateIn(stored)).toEqual(stored);
});

test("nothing stored means that the worker is about to begin: the first start of all", () => {
  expect(bundledStateIn(undefined)).toEqual({ state: "importing", progress: 0 });
});

test.each([[null], ["whole"], [7], [{ state: "later" }], [{ state: "importing", progress: "half" }]])(
  "%j, which we never wrote, is read as not yet known",
  (stored) => {
    expect(bundledStateIn(stored)).toEqual({ state: "importing", progress: 0 });
  },
);

test.each([
  [1.2, 1],
  [-1, 0],
  [Number.NaN, 0],
])("progress %d is kept within 0 and 1", (stored, progress) => {
  expect(bundledStateIn({ state: "importing", progress: stored })).toEqual({
    state: "importing",
    progress,
  });
});
