import { describe, expect, test } from "vitest";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { openConversationText, ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

const SEED = "2108.04840";

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("the badge of arXiv:2108.04840 says what its digest said", async () => {
    const page = await stage.visit(`/abs/${SEED}`);
    await settledBadgeIds(page, 1);
    const [badge] = await readBadges(page);
    expect(badge?.name).toContain("1st of 11 on 12 August 2021: 3,135 retweets, 247 favorites, 1 tweet");
    for (const words of ["1st of 11", "3,135 retweets", "247 favorites", "1 tweet"])
      expect(badge?.text).toContain(words);
    expect(badge?.visible).toBe(true);
    expect(badge?.height).toBeGreaterThanOrEqual(24);
  });

  test("its name begins with the words that are on show, on lists too", async () => {
    const page = await stage.visit("/list/cs.CL/2021-08");
    await settledBadgeIds(page, 5);
    for (const { id, name: spoken, height, text } of await readBadges(page)) {
      expect(spoken, id).toMatch(
        / – \d+(?:st|nd|rd|th) of \d+ on \d+ August 2021: [\d,]+ retweets?, [\d,]+ favorites?/u,
      );
      const shown = text.replaceAll(/[⇄♡❝\s]+/gu, " ");
      expect(spoken.startsWith(`${shown} – `), `${id}: ${shown}, ${spoken}`).toBe(true);
      expect(text, id).toMatch(/^\d+(?:st|nd|rd|th)\b/u);
      expect(height, id).toBeGreaterThanOrEqual(24);
    }
  });

  test.each(["/abs/2108.04840", "/list/cs.CL/2021-08"])(
    "on %s its conversation links the tweet",
    async (path) => {
      const page = await stage.visit(path);
      await pressBadge(page, SEED);
      const tweet = "https://twitter.com/andreas_madsen/status/1425794989741727748";
      await expect.poll(async () => (await ourLinks(page)).map(({ href }) => href)).toContain(tweet);
      for (const { href, rel } of await ourLinks(page)) {
        expect(href).toMatch(/^https?:/u);
        expect(rel.split(" ")).toEqual(expect.arrayContaining(["noopener", "noreferrer"]));
      }
    },
  );

  test("a paper in two digests shows the better rank, and both in the conversation", async () => {
    const page = await stage.visit("/list/cs.LG/recent");
    await settledBadgeIds(page, 4);
    const badge = (await readBadges(page)).find(({ id }) => id === "2010.04296");
    expect(badge?.name).toContain("4th of");
    expect(badge?.name).toContain("12 October 2020");
    await pressBadge(page, "2010.04296");
    await expect.poll(() => openConversationText(page)).toMatch(/13 October 2020[\s\S]*12 October 2020/u);
  });

  test("in the popup it is the first of its day's 11", async () => {
    const popup = await stage.openOwn("popup.html#2021-08-12");
    await expect.poll(async () => (await hotListItems(popup)).length).toBe(11);
    const items = await hotListItems(popup);
    expect(items[0]?.id).toBe(SEED);
    expect(items[0]?.text).toContain("Post-hoc Interpretability for Neural NLP: A Survey");
    expect(items[0]?.text).toMatch(/3,135[\s\S]*247/u);
    expect(items.at(-1)?.text).toContain("Adaptive Multi-Resolution Attention with Linear Complexity");
  });
});
