import { expect, test } from "vitest";
import { browser } from "../../lib/browser.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";

test.each([
  ["the name of before version 1.0", { archiveWords: true }, true],
  ["today's name", { fullTexts: true }, true],
  ["both, of which today's counts", { archiveWords: true, fullTexts: false }, false],
])("whether full texts are fetched is read under %s", async (_, feeds, wanted) => {
  await browser.storage.local.set({ feeds });
  expect((await readFeedSettings()).fullTexts).toBe(wanted);
});
