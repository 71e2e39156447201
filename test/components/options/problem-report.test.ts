import { expect, test } from "vitest";
import type { FeedsStatus } from "../../../lib/messages/messages.ts";
import { problemReport, type ReportSources } from "../../../components/options/problem-report.ts";
import { DEFAULTS } from "../../../lib/settings/settings.ts";

const feeds: FeedsStatus = {
  feeds: [
    {
      id: "a1",
      address: "https://feeds.example/secret/feed.json",
      host: "feeds.example",
      title: "My group's papers",
      on: true,
      removed: false,
      running: false,
      kind: "json",
      digests: 12,
      waiting: 3,
      state: { tone: "warn", text: "did not answer" },
      needsAccess: true,
      origins: [],
      aside: [{ name: "2021-08-12.md", reason: "empty" }],
    },
  ],
  archive: { on: true, running: false, have: 40, days: 294, offer: false },
  bundled: [],
  numbered: [],
  past: {},
  live: {
    on: true,
    running: false,
    alphaxiv: { on: false, origin: "https://api.alphaxiv.org/*" },
    digests: 1,
    state: { tone: "ok", text: "fresh" },
    sources: [
      { name: "Hugging Face", text: "12 papers", failed: false },
      { name: "Bluesky", text: "refused", failed: true },
    ],
  },
  log: [],
};

const sources: ReportSources = {
  version: "1.0.0",
  userAgent: "Firefox/140.0",
  languages: ["ja", "en"],
  now: () => Date.UTC(2026, 10, 23, 15),
  hasAccess: async () => false,
  allowedInPrivateWindows: async () => true,
  popupKey: async () => "",
  settings: async () => ({ ...DEFAULTS, leastHeat: 3 }),
  index: async () => ({
    archive: "whole",
    progress: 1,
    digests: 294,
    papers: 3343,
    newest: "2022-01-13",
    oldest: "2020-06-29",
    bytes: 3_140_000,
  }),
  feeds: async () => feeds,
  mirror: async () => ({ whole: true, since: "1991-01", rows: 3347 }),
  errors: async () => [{ at: Date.UTC(2026, 10, 22), text: "TypeError: no" }],
};

test("says versions, states and the last errors, line by line", async () => {
  expect(await problemReport(sources)).toBe(`Hot Papers 1.0.0
Browser: Firefox/140.0
Languages: ja, en
Written: 2026-11-23T15:00:00Z
Access to arXiv: no
Private windows: allowed
Key of the popup: none
Settings: {"abstractBadges":true,"listBadges":true,"listControl":true,"leastHeat":3,"hideFigures":false,"theme":"system","toolbarNumber":false,"toolbarNumberMine":false,"toolbarDot":true}
Index: archive whole; 294 digests, 3343 papers, 2020-06-29 to 2022-01-13, 3140000 bytes
Copy for pages: {"whole":true,"since":"1991-01","rows":3347}
Feeds: 1
  json, on, warn, 12 digests, 3 files waiting, 1 set aside, needs permission
  words of the archive: on, 40 of 294 days
  today, live: on, ok (Hugging Face answered, Bluesky failed)
Last errors: 
  2026-11-22T00:00:00Z TypeError: no`);
});

test("tells neither addresses nor names of feeds", async () => {
  const report = await problemReport(sources);
  for (const secret of ["example", "group", "secret"]) expect(report).not.toContain(secret);
});

test("what is not known costs only its own line", async () => {
  const report = await problemReport({
    ...sources,
    index: () => Promise.reject(new Error("the disk is full")),
  });
  expect(report).toContain("Index: not known (the disk is full)");
  expect(report).toContain("Last errors: \n  2026");
});
