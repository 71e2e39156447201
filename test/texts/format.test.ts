import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import japanese from "../../assets/public/_locales/ja/messages.json" with { type: "json" };
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { messagesIn } from "../setup/extension.ts";
import { figures, postsWords } from "../../lib/texts/badge-text.ts";
import { compact, date, longDate, number, ordinal, shortDate } from "../../lib/texts/format.ts";

test("a figure that is unknown is left out, never shown as zero", () => {
  expect(figures({ network: "hackernews", points: 143, comments: 0 }).map((figure) => figure.words)).toEqual([
    "143 points",
    "0 comments",
  ]);
  expect(postsWords(2, [{ network: "bluesky" }])).toBe("2 posts");
});

test("days are the same day in every time zone, in the order of the digests' own words", () => {
  expect([longDate("2021-08-12"), date("2021-08-12"), shortDate("2022-01-13")]).toEqual([
    expect.stringMatching(/^Thursday,? 12 August 2021$/u), // with the comma or without, as the platform knows the language
    "12 August 2021",
    "13 Jan 2022",
  ]);
});

test("numbers and ordinals follow the language", async () => {
  expect([number(3135), compact(3135), compact(288)]).toEqual(["3,135", "3.1K", "288"]);
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map(ordinal)).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "22nd",
    "103rd",
  ]);
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => "de" });
  vi.resetModules(); // the language is asked for once
  const german = await import("../../lib/texts/format.ts");
  expect([german.number(3135), german.shortDate("2022-01-13")]).toEqual(["3.135", "13. Jan. 2022"]);
});

test("translated texts have numbers, days and forms of their language, not the browser's", async () => {
  const inJapanese = { getMessage: messagesIn(japanese), getUILanguage: () => "en-US" };
  Object.assign(fakeBrowser.i18n, inJapanese);
  vi.resetModules();
  const { badgeInWords } = await import("../../lib/texts/badge-wording.ts");
  const counts = [{ network: "twitter" as const, reposts: 3135, likes: 1 }];
  expect(
    badgeInWords({
      id: "2108.04840" as PaperId,
      entries: [{ date: "2021-08-12", rank: 3, of: 11, counts, posts: 1, heat: 3 }],
    }).words.sentence.join(""),
  ).toBe("3位/11件、2021年8月12日：リツイート3,135件、いいね1件、ツイート1件");
});

test("English texts keep their own forms in a browser of another language", async () => {
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => "fr" }); // where 0 is singular
  vi.resetModules();
  const badges = await import("../../lib/texts/badge-text.ts");
  expect(badges.postsWords(0, [])).toBe("0 tweets");
  expect(badges.rankWords({ rank: 2, of: 1000 })).toMatch(/^2nd of 1\s000$/u);
});
