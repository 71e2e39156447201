import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { showPaperDot } from "../../lib/background/paper-dot.ts";
import { changeSettings } from "../../lib/settings/settings.ts";
import { digest } from "../index/made.ts";
import { packOf, startWorker, stopWorker } from "./life.ts";

const PAPER = "https://arxiv.org/pdf/2108.00001v2";
const setBadgeText = vi.fn<(details: { tabId: number; text: string }) => Promise<void>>();
let tabUrl: string | undefined;

beforeEach(async () => {
  tabUrl = PAPER;
  setBadgeText.mockReset().mockResolvedValue();
  const action = { setBadgeText, setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() };
  Object.assign(fakeBrowser, { action });
  vi.spyOn(fakeBrowser.tabs, "get").mockImplementation(async () => ({ url: tabUrl }) as never);
  await (
    await startWorker({ pack: packOf(digest("2021-08-12", ["2108.00001"])) })
  ).started;
});
afterEach(stopWorker);

test("a paper of a digest has a dot, only over its own tab", async () => {
  await showPaperDot(7, PAPER);
  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 7, text: "•" }]]);
});

test.each([
  ["a paper of no digest", "https://arxiv.org/pdf/2108.00002"],
  ["a page of no paper", "https://arxiv.org/list/cs.CL/new"],
  ["a page of which nothing is told", undefined],
])("%s has none", async (_, url) => {
  tabUrl = url;
  await showPaperDot(7, url);
  expect(setBadgeText).not.toHaveBeenCalled();
});

test("switched off there is none", async () => {
  await changeSettings({ toolbarDot: false });
  await showPaperDot(7, PAPER);
  expect(setBadgeText).not.toHaveBeenCalled();
});

test("a tab that has gone elsewhere meanwhile gets no dot of the page before", async () => {
  tabUrl = "https://arxiv.org/abs/2108.00002";
  await showPaperDot(7, PAPER);
  expect(setBadgeText).not.toHaveBeenCalled();
});

test("a tab that was closed meanwhile is not an error", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(fakeBrowser.tabs, "get").mockRejectedValue(new Error("No tab with id: 7"));
  await expect(showPaperDot(7, PAPER)).resolves.toBeUndefined();
});
