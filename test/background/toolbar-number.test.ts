import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ask } from "../../lib/messages/ask.ts";
import { changeSettings } from "../../lib/settings/settings.ts";
import { keepVisits } from "../../lib/settings/visits.ts";
import { openIndex } from "../../lib/index/open.ts";
import { putDigests } from "../../lib/index/write.ts";
import { indexChanged } from "../../lib/background/index-changed.ts";
import { changeFollows } from "../../lib/follows/stored-follows.ts";
import { digest, entry } from "../index/made.ts";
import { packOf, startWorker, stopWorker } from "./life.ts";

let shown: string[] = [];
beforeEach(async () => {
  shown = [];
  const action = {
    setBadgeText: vi.fn(async ({ text }: { text: string }) => void shown.push(text)),
    setBadgeBackgroundColor: vi.fn(async () => undefined),
    setBadgeTextColor: vi.fn(async () => undefined),
  };
  Object.assign(fakeBrowser, { action });
  await (
    await startWorker({ pack: packOf(digest("2021-08-12", ["2108.00001", "2108.00002"])) })
  ).started;
});
afterEach(stopWorker);

const arrives = async (...digests: ReturnType<typeof digest>[]) => {
  await putDigests(await openIndex(), { id: "feed" }, digests);
  await indexChanged();
};

test("nothing is shown unless the reader wants a number", async () => {
  await keepVisits({ at: 0, now: { day: "2021-08-12", ids: [] } });
  await arrives(digest("2021-08-13", ["2108.00003"]));
  expect(shown).toEqual([]);
});

test("papers that came since the last look are counted, each once, also those of a day that grew", async () => {
  await changeSettings({ toolbarNumber: true });
  await keepVisits({ at: 0, now: { day: "2021-08-12", ids: ["2108.00001", "2108.00002"] } });
  await ask("toolbarNumber", {});
  expect(shown.at(-1)).toBe("");
  await arrives(
    digest("2021-08-12", ["2108.00001", "2108.00009"]),
    digest("2021-08-13", ["2108.00003", "2108.00009"]),
  );
  expect(shown.at(-1)).toBe("2");
});

test("digests of days before the last look are not new", async () => {
  await changeSettings({ toolbarNumber: true });
  await keepVisits({ at: 0, now: { day: "2021-08-12", ids: ["2108.00001", "2108.00002"] } });
  await arrives(digest("2021-08-01", ["2108.00004"]));
  expect(shown).toHaveLength(1);
  expect(shown.at(-1)).toBe("");
});

test("before the first look nothing is new; switched off, the number goes", async () => {
  await changeSettings({ toolbarNumber: true });
  await ask("toolbarNumber", {});
  expect(shown.at(-1)).toBe("");
  await keepVisits({ at: 0, now: { day: "2021-08-01", ids: [] } });
  await ask("toolbarNumber", {});
  expect(shown.at(-1)).toBe("2");
  await changeSettings({ toolbarNumber: false });
  await ask("toolbarNumber", {});
  expect(shown.at(-1)).toBe("");
});

test("a thousand papers have four characters", async () => {
  await changeSettings({ toolbarNumber: true });
  await keepVisits({ at: 0, now: { day: "2021-08-12", ids: [] } });
  const ids = (from: number) => Array.from({ length: 500 }, (_, n) => `2108.${10_000 + from + n}`);
  await arrives(digest("2021-08-13", ids(0)), digest("2021-08-14", ids(500)));
  expect(shown.at(-1)).toBe("999+");
});

test("only papers that match what is followed are counted, if the reader wants that", async () => {
  await changeSettings({ toolbarNumber: true, toolbarNumberMine: true });
  await keepVisits({ at: 0, now: { day: "2021-08-12", ids: [] } });
  const papers = [
    entry("2108.00010", 1, { title: "Diffusion models" }),
    entry("2108.00011", 2, { authors: ["Ada Lovelace"] }),
    entry("2108.00012", 3, { categories: ["cs.CV"] }),
    entry("2108.00013", 4, { title: "Something else", authors: ["Y. Nobody"], categories: ["cs.LG"] }),
  ];
  await arrives(digest("2021-08-13", papers));
  expect(shown.at(-1)).toBe("");
  const follow = async (kind: "words" | "author" | "category", text: string) => {
    await changeFollows([{ follow: { kind, text }, on: true }]);
    await ask("toolbarNumber", {});
    return shown.at(-1);
  };
  expect(await follow("words", "diffusion")).toBe("1");
  expect(await follow("author", "A. Lovelace")).toBe("2");
  expect(await follow("category", "cs.CV")).toBe("3");
});
