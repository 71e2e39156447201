import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { noteChangedPage, readChangedPages, watchChangedPages } from "../../lib/settings/changed-pages.ts";

test("kinds are noted once each, also at the same time, and go when they are right again", async () => {
  await Promise.all([
    noteChangedPage("abs", true),
    noteChangedPage("search", true),
    noteChangedPage("abs", true),
  ]);
  expect(await readChangedPages()).toEqual(["search", "abs"]);
  await noteChangedPage("abs", false);
  expect(await readChangedPages()).toEqual(["search"]);
});

test("pages that show them are told", async () => {
  const told = vi.fn();
  watchChangedPages(told, new AbortController().signal);
  await noteChangedPage("catchup", true);
  expect(told).toHaveBeenLastCalledWith(["catchup"]);
});

test("what is damaged is not a kind", async () => {
  await fakeBrowser.storage.local.set({ changedPages: { abs: true } });
  expect(await readChangedPages()).toEqual([]);
  await fakeBrowser.storage.local.set({ changedPages: ["abs", 5] });
  expect(await readChangedPages()).toEqual(["abs"]);
});

test("a note that could not be stored does not stop the next one", async () => {
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("no room"));
  await expect(noteChangedPage("abs", true)).rejects.toThrow("no room");
  await noteChangedPage("author", true);
  expect(await readChangedPages()).toEqual(["author"]);
});
