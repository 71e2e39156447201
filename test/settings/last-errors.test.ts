import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepError, readErrors, withoutReading } from "../../lib/settings/last-errors.ts";

test("keeps the last twenty, each with its time, also those that come at once", async () => {
  await Promise.all(Array.from({ length: 25 }, (_, n) => keepError(new TypeError(`number ${n}`), n)));
  const errors = await readErrors();
  expect(errors).toHaveLength(20);
  expect(errors.at(-1)).toEqual({ at: 24, text: "TypeError: number 24" });
});

test.each([
  ["https://arxiv.org/abs/2108.04840v2 said no", "https://arxiv.org/… said no"],
  ["paper 2108.04840v2 and math.GT/0309136 of 2021-08-12", "paper … and … of …"],
  ["https://feeds.example/my/secret?key=1 is gone", "https://feeds.example/… is gone"],
])("%s tells nothing of what was read", (text, kept) => {
  expect(withoutReading(text)).toBe(kept);
});

test("damaged errors are left out, and one that cannot be kept stops nothing", async () => {
  await fakeBrowser.storage.local.set({ lastErrors: [{ at: "yesterday" }, 5, { at: 1, text: "whole" }] });
  expect(await readErrors()).toEqual([{ at: 1, text: "whole" }]);
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("no room"));
  await keepError("lost", 2);
  await keepError("kept", 3);
  expect((await readErrors()).map(({ text }) => text)).toEqual(["whole", "kept"]);
});
