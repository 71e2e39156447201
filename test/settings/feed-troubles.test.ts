import { describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readFeedTroubles } from "../../lib/settings/feed-troubles.ts";
import { FEED_ERROR_CODES } from "../../lib/feeds/feed-error.ts";
import { stateText } from "../../lib/feeds/feed-text.ts";

const feed = (id: string, on = true) => ({ id, address: `https://${id}.example/`, title: `Feed ${id}`, on });
const failed = (code: string) => ({ failures: 1, error: { code } });

const stored = (feeds: object, feedChecks: object) => fakeBrowser.storage.local.set({ feeds, feedChecks });

test("feeds that are on and failed are told in their order, with what kind of failure it was", async () => {
  await stored(
    { feeds: [feed("b"), feed("a"), feed("off", false), feed("well")] },
    { a: failed("noFeed"), b: failed("timeout"), off: failed("timeout"), well: { failures: 0 } },
  );
  expect(await readFeedTroubles()).toEqual([
    { source: "feed", title: "Feed b", kind: "unreachable" },
    { source: "feed", title: "Feed a", kind: "unreadable" },
  ]);
});

test("a full disk is not a fault of a feed", async () => {
  await stored({ feeds: [feed("a")], live: true }, { a: failed("store-full"), live: failed("store-failed") });
  expect(await readFeedTroubles()).toEqual([]);
});

test("a check that ended with the browser is told only if that happened twice in a row", async () => {
  const error = { code: "interrupted" };
  await stored({ feeds: [feed("a"), feed("b")] }, { a: { failures: 1, error }, b: { failures: 2, error } });
  expect(await readFeedTroubles()).toEqual([{ source: "feed", title: "Feed b", kind: "unreadable" }]);
});

describe.each([
  ["live", "live", { live: true }],
  ["archive", "words", { fullTexts: true }],
] as const)("%s, which is not an added feed", (id, source, on) => {
  test.each([
    ["unreachable", "unreachable"],
    ["throttled", "unreachable"],
    ["unreadable", "unreadable"],
    ["tooLarge", "unreadable"],
  ])("is told if it is on: %s", async (code, kind) => {
    await stored(on, { [id]: failed(code) });
    expect(await readFeedTroubles()).toEqual([{ source, kind }]);
  });

  test("is not told if it is off", async () => {
    await stored({}, { [id]: failed("unreachable") });
    expect(await readFeedTroubles()).toEqual([]);
  });
});

test.each([...FEED_ERROR_CODES, "interrupted"] as const)(
  "%s: the popup and the options call it the same, something unusable or nothing at all",
  async (code) => {
    await stored({ feeds: [feed("a")] }, { a: { failures: 2, error: { code } } });
    const [inPopup] = await readFeedTroubles();
    const check = { failures: 2, last: 1, error: { code, host: "a.example" } };
    const inOptions = stateText({ check, digests: 1, newest: "2026-11-20", today: "2026-11-21" });
    expect(inPopup?.kind === "unreadable").toBe(inOptions.tone === "bad");
  },
);
