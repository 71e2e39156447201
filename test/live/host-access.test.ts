import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { askWithAccess, requestHosts } from "../../lib/live/host-access.ts";
import { numberedOrigins } from "../../lib/background/host-access.ts";

const happened: unknown[] = [];
const permissions = { request: vi.fn(), contains: vi.fn() };

beforeEach(() => {
  happened.length = 0;
  Object.assign(fakeBrowser, { permissions });
  permissions.request.mockImplementation(async ({ origins }: { origins: string[] }) => {
    happened.push(origins);
    return true;
  });
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation((async ({ type }: { type: string }) => {
    happened.push(type);
    return { ok: true, value: null };
  }) as never);
});
afterEach(() => vi.unstubAllEnvs());

const LIVE = [
  "huggingface.co",
  "hn.algolia.com",
  "api.bsky.app",
  "public.api.bsky.app",
  "export.arxiv.org",
].map((host) => `https://${host}/*`);

test("in Firefox a switch asks for all its hosts in one question, and is on after it", async () => {
  vi.stubEnv("FIREFOX", "true");
  await askWithAccess("liveToday", { on: true });
  await askWithAccess("fullTexts", { on: true });
  expect(happened).toEqual([LIVE, "liveToday", ["https://cdn.jsdelivr.net/*"], "fullTexts"]);
});

test("the question comes in the press itself: after anything awaited browsers refuse it", () => {
  vi.stubEnv("FIREFOX", "true");
  void askWithAccess("liveToday", { on: true });
  expect(permissions.request).toHaveBeenCalledOnce();
});

test("what is switched off, or asks no host, asks for nothing", async () => {
  vi.stubEnv("FIREFOX", "true");
  await askWithAccess("liveToday", { on: false });
  await askWithAccess("setFeed", { id: "a", on: true });
  await askWithAccess("status", {});
  expect(happened).toEqual(["liveToday", "setFeed", "status"]);
});

test("refused, or not to be asked, it is switched on all the same", async () => {
  vi.stubEnv("FIREFOX", "true");
  permissions.request.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error("not in a click"));
  await askWithAccess("liveToday", { on: true });
  await askWithAccess("liveToday", { on: true });
  expect(happened).toEqual(["liveToday", "liveToday"]);
});

test("in Chromium, which has one name in all installations, there is no question", async () => {
  await askWithAccess("liveToday", { on: true });
  expect(await requestHosts(["https://a.example/*"])).toBe(true);
  expect(happened).toEqual(["liveToday"]);
});

test("hosts without permission learn a number, only in Firefox", async () => {
  permissions.contains.mockImplementation(
    async ({ origins: [origin] }: { origins: string[] }) => origin === "https://a.example/*",
  );
  const origins = ["https://a.example/*", "https://b.example/*"];
  expect(await numberedOrigins(origins)).toEqual([]);
  vi.stubEnv("FIREFOX", "true");
  expect(await numberedOrigins(origins)).toEqual(["https://b.example/*"]);
});
