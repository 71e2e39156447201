import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import background from "../../entrypoints/background.ts";
import { ask } from "../../lib/messages/ask.ts";
import { ownPage, sendAs } from "../messages/ends.ts";
import { digest, id } from "../index/made.ts";
import { packOf, stopWorker } from "./life.ts";

const fetched = vi.fn<(url: string) => Promise<Response>>();

let alarmCleared: MockInstance<typeof fakeBrowser.alarms.clear>;

beforeEach(() => {
  alarmCleared = vi.spyOn(fakeBrowser.alarms, "clear");
  fetched.mockImplementation(() =>
    Promise.resolve(new Response(packOf(digest("2021-08-12", ["2108.04840"])))),
  );
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("__PACK_IDS__", { archive: "one" });
  Object.assign(fakeBrowser.runtime, { onConnect: { addListener: vi.fn() } }); // the fake browser has no ports
  Object.assign(fakeBrowser, { contextMenus: undefined, omnibox: undefined }); // nor these, as Firefox for Android
  sendAs(ownPage);
});
afterEach(async () => {
  // The last thing that a start does: without "Today, live" there is no alarm for it. Nothing may run after the index's end.
  await vi.waitUntil(() => alarmCleared.mock.calls.some(([name]) => name === "live"));
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await stopWorker();
});

test("listens at once, or the message that woke it would be lost; asks only for its own pack", async () => {
  background.main();
  expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
  expect(fakeBrowser.runtime.onInstalled.hasListeners()).toBe(true);

  expect(await ask("lookup", { ids: [id("2108.04840")], group: "abstract" })).toHaveLength(1);
  expect(fetched.mock.calls).toEqual([[fakeBrowser.runtime.getURL("/bundled-digests.json" as never)]]);
});

test("puts its script into open pages after install and update, not after a browser update", async () => {
  const query = vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue([] as never);
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ content_scripts: [{ matches: ["https://arxiv.org/*"], js: ["a.js"] }] }),
  });
  background.main();
  for (const reason of ["install", "update", "browser_update", "chrome_update"])
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
  expect(query).toHaveBeenCalledTimes(2);
  await ask("status", {});
});

test("leaves open pages to Firefox, which does that itself: twice would be two scripts in a page", async () => {
  vi.stubEnv("FIREFOX", "true");
  const query = vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue([] as never);
  background.main();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: "update", previousVersion: "0.0.1" } as never);
  expect(query).not.toHaveBeenCalled();
  await ask("status", {});
});
