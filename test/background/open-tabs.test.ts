import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { injectIntoOpenTabs } from "../../lib/background/open-tabs.ts";

const matches = ["https://arxiv.org/*"];
const insertCSS = vi.fn<(injection: object) => Promise<void>>();
const executeScript = vi.fn<(injection: object) => Promise<void>>();

/** What the fake browser lacks. */
function openTabs(scripts: object[], ids: (number | undefined)[]) {
  insertCSS.mockReset().mockResolvedValue();
  executeScript.mockReset().mockResolvedValue();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ content_scripts: scripts }) });
  Object.assign(fakeBrowser.scripting, { insertCSS, executeScript });
  return vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue(ids.map((id) => ({ id })) as never);
}

beforeEach(() => vi.restoreAllMocks());

test("puts the manifest's style sheet and script into every open page that it names", async () => {
  const query = openTabs([{ matches, css: ["a.css"], js: ["a.js"] }], [3, undefined, 5]);
  await injectIntoOpenTabs();
  expect(query.mock.calls).toEqual([[{ url: matches }]]);
  expect(insertCSS.mock.calls.map(([injection]) => injection)).toEqual([
    { target: { tabId: 3 }, files: ["a.css"] },
    { target: { tabId: 5 }, files: ["a.css"] },
  ]);
  expect(executeScript.mock.calls.map(([injection]) => injection)).toEqual([
    { target: { tabId: 3 }, files: ["a.js"], injectImmediately: true },
    { target: { tabId: 5 }, files: ["a.js"], injectImmediately: true },
  ]);
});

test("a tab that refuses keeps no other one from its script", async () => {
  openTabs([{ matches, js: ["a.js"] }], [3, 4, 5]);
  executeScript.mockRejectedValueOnce(new Error("Cannot access contents of the page"));
  await injectIntoOpenTabs();
  expect(executeScript).toHaveBeenCalledTimes(3);
  expect(insertCSS).not.toHaveBeenCalled();
});

test("a manifest without page scripts touches no tab", async () => {
  const query = openTabs([], [3]);
  await injectIntoOpenTabs();
  expect(query).not.toHaveBeenCalled();
});
