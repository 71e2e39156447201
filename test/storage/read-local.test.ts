import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "../../lib/browser.ts";
import { readLocal } from "../../lib/read-local.ts";

beforeEach(() => browser.storage.local.set({ one: 1, two: [2] }));

test.for([
  ["Chrome, in one question", "", 1],
  ["Firefox, which would answer one key after the other, in a question for each", "true", 3],
] as const)("values are read in %s", async ([, firefox, questions]) => {
  vi.stubEnv("FIREFOX", firefox);
  const get = vi.spyOn(browser.storage.local, "get");
  expect(await readLocal(["one", "two", "three"])).toEqual({ one: 1, two: [2] });
  expect(get).toHaveBeenCalledTimes(questions);
});
