import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import ja from "../../assets/public/_locales/ja/messages.json" with { type: "json" };
import { coveredBy } from "../../lib/digest/covered.ts";
import { coveredText } from "../../lib/texts/covered-text.ts";
import { messagesIn } from "../setup/extension.ts";
import { bundledDigests } from "./bundled-digests.ts";

test("weekends, holidays and a month are not a gap, more than a month is one", () => {
  expect(coveredBy(["2021-07-01", "2021-07-05", "2021-08-05", "2021-09-06"])).toEqual([
    { from: "2021-07-01", to: "2021-08-05" },
    { from: "2021-09-06", to: "2021-09-06" },
  ]);
  expect(coveredBy([])).toEqual([]);
});

test("what the bundled digests cover is said with its gaps, and claims nothing between them", () => {
  const days = [...bundledDigests("archive"), ...bundledDigests("huggingface")].map(({ date }) => date);
  expect(coveredText(coveredBy(days))).toBe(
    "June 2020 to August 2021, 13 January 2022, April 2025 to August 2026",
  );
});

test("a stretch within a month is that month", () => {
  expect(coveredText([{ from: "2021-08-02", to: "2021-08-20" }])).toBe("August 2021");
});

test("in Japanese the stretches are set apart as Japanese does", async () => {
  Object.assign(fakeBrowser.i18n, { getMessage: messagesIn(ja), getUILanguage: () => "ja" });
  vi.resetModules(); // the language is asked for once
  const { coveredText: inJapanese } = await import("../../lib/texts/covered-text.ts");
  const stretches = coveredBy(["2021-07-26", "2021-08-26", "2022-01-13"]);
  expect(inJapanese(stretches)).toBe("2021年7月から2021年8月、2022年1月13日");
});
