import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "../../lib/browser.ts";
import type { Follows } from "../../lib/follows/follow.ts";
import { changeFollows, FOLLOWS, readFollows, watchFollows } from "../../lib/follows/stored-follows.ts";
import { author, category, words } from "./made.ts";

beforeEach(async () => {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
});

test("changes of one moment are all kept", async () => {
  await Promise.all([
    changeFollows([{ follow: words("diffusion"), on: true }]),
    changeFollows([{ follow: author("Ada One"), on: true }]),
    changeFollows([{ follow: words("Diffusion"), on: false }]),
  ]);
  expect(await readFollows()).toEqual([author("Ada One")]);
});

test("of a private window ends with the browser, and is seen only in private windows", async () => {
  await changeFollows([
    { follow: words("diffusion"), on: true },
    { follow: category("cs.CV"), on: true },
  ]);
  await changeFollows([{ follow: author("Ada One"), on: true }], true);
  await changeFollows([{ follow: category("cs.CV"), on: false }], true);
  expect(await readFollows(true)).toEqual([words("diffusion"), author("Ada One")]);
  expect(await readFollows()).toEqual([words("diffusion"), category("cs.CV")]);
  expect(Object.keys(await browser.storage.local.get(null))).toEqual([FOLLOWS]);

  await changeFollows([{ follow: author("Ada One"), on: false }], true);
  await changeFollows([{ follow: category("cs.CV"), on: true }], true);
  expect(await readFollows(true)).toEqual([words("diffusion"), category("cs.CV")]);
});

test.each([false, true])("is told at once and with each change, privately: %s", async (privately) => {
  const told: Follows[] = [];
  const ended = new AbortController();
  watchFollows((follows) => told.push(follows), ended.signal, privately);
  await vi.waitFor(() => expect(told).toEqual([[]]));
  await changeFollows([{ follow: words("diffusion"), on: true }], privately);
  await vi.waitFor(() => expect(told.at(-1)).toEqual([words("diffusion")]));
  ended.abort();
  const before = told.length;
  await changeFollows([{ follow: words("graphs"), on: true }], privately);
  expect(told).toHaveLength(before);
});
