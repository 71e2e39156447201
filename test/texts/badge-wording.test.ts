import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import ja from "../../assets/public/_locales/ja/messages.json" with { type: "json" };
import type { BadgeEntry } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { badgeInWords } from "../../lib/texts/badge-wording.ts";
import { messagesIn } from "../setup/extension.ts";

const inWords = (...entries: Partial<BadgeEntry>[]) =>
  badgeInWords({
    id: "2108.04840" as PaperId,
    entries: entries.map((each) => ({
      date: "2021-08-12",
      rank: 3,
      of: 11,
      counts: [{ network: "twitter", reposts: 288, likes: 52 }],
      posts: 1,
      heat: 3,
      ...each,
    })),
  });

test("a badge's name is the sentence that people's scripts rely on, without figures if unwanted", () => {
  const { sentence, day } = inWords({}).words;
  expect(sentence.join("|")).toBe("3rd of 11 on 12 August 2021|: |288 retweets|, |52 favorites|, |1 tweet");
  expect(day).toBe("on 12 Aug 2021");
});

test("a paper in several digests shows its best one; its hottest counts for the smallest heat", () => {
  const badge = inWords({ heat: 1 }, { rank: 5, date: "2021-08-13", heat: 4 });
  expect(badge).toMatchObject({ rank: 3, heat: 1, mostHeat: 4, words: { day: "on 12 Aug 2021" } });
  expect(inWords({ heat: 1 }, { heat: 0 }).mostHeat, "what is not known may be any").toBe(5);
});

test("of each network it keeps the most likes of any entry, and none of those that did not tell", () => {
  const counts = (likes: number): BadgeEntry["counts"] => [
    { network: "twitter", likes },
    { network: "bluesky", reposts: 3 },
  ];
  expect(inWords({ counts: counts(0) }, { counts: counts(7) }).likes).toEqual({ twitter: 7 });
});

describe("a paper of Hugging Face's digests", () => {
  const upvoted = {
    date: "2026-08-06",
    of: 19,
    counts: [{ network: "huggingface" as const, upvotes: 52 }],
    posts: 0,
  };

  test("is told in that network's own word, which needs no name, without uncounted posts", () => {
    const { words } = inWords(upvoted);
    expect(words.sentence.join("")).toBe("3rd of 19 on 6 August 2026: 52 upvotes");
    expect([words.rank, words.day, words.figures]).toEqual(["3rd of 19", "on 6 Aug 2026", "↑\u200952"]);
  });

  test("has its discussions told when some are known", () => {
    expect(inWords({ ...upvoted, posts: 2 }).words.sentence.join("")).toMatch(/52 upvotes, 2 posts$/u);
  });

  test("beside another network's figures has its name", () => {
    const counts: BadgeEntry["counts"] = [...upvoted.counts, { network: "hackernews", points: 7 }];
    expect(inWords({ ...upvoted, counts }).words.sentence.join("")).toMatch(
      /: Hugging Face 52 upvotes, Hacker News 7 points$/u,
    );
  });
});

test("likes and points, which many networks have, are never without their network's name", () => {
  const of = (counts: BadgeEntry["counts"]) => inWords({ counts, posts: 0 }).words.sentence.join("");
  expect(of([{ network: "bluesky", likes: 40 }])).toMatch(/: Bluesky 40 likes$/u);
  expect(of([{ network: "hackernews", points: 7 }])).toMatch(/: Hacker News 7 points$/u);
});

test.each(["twitter", "huggingface"] as const)(
  "in Japanese too the name begins with the words on show, of figures of %s",
  async (network) => {
    Object.assign(fakeBrowser.i18n, { getMessage: messagesIn(ja), getUILanguage: () => "ja" });
    vi.resetModules(); // the language is asked for once
    const { badgeInWords: inJapanese } = await import("../../lib/texts/badge-wording.ts");
    const entry = { date: "2026-08-06", rank: 3, of: 19, posts: 0, heat: 3 };
    const { words } = inJapanese({
      id: "2108.04840" as PaperId,
      entries: [{ ...entry, counts: [{ network, upvotes: 52 }] }],
    });
    expect(words.place).toBe("3位");
    expect(words.rank).toBe("3位/19件");
    expect(words.sentence.join("")).toMatch(/^3位\/19件、2026年8月6日：賛成52票/u);
  },
);

describe("a paper that a list of papers named without counts", () => {
  const listed = { date: "2026-11-20", of: 28, counts: [], posts: 0, list: "Things | a search" };

  test("is told by the name of the list instead of a network's figures", () => {
    const { words } = inWords(listed);
    expect(words.sentence.join("")).toBe("3rd of 28 on 20 November 2026: Things / a search");
    expect(words.sentence, "cut into pieces by a character that no name has").toHaveLength(3);
    expect(words.figures).toBe("Things / a search");
  });

  test("has as much of a long name as a pill has room for", () => {
    const { figures } = inWords({ ...listed, list: "Papers that the whole laboratory likes" }).words;
    expect(figures).toBe("Papers that the whole l…");
  });

  test("is told by figures as soon as there are some", () => {
    const { sentence } = inWords({ ...listed, counts: [{ network: "huggingface", upvotes: 52 }] }).words;
    expect(sentence.join("")).toBe("3rd of 28 on 20 November 2026: 52 upvotes");
  });
});

describe("X as alphaXiv counts it", () => {
  const counts = [{ network: "twitter" as const, by: "alphaxiv" as const, reposts: 120, likes: 1340 }];
  const today = { date: "2026-11-27", rank: 2, of: 38, counts, posts: 14 };

  test("reads in X's own words of today, which need no name if no other network counted", () => {
    const { words } = inWords(today);
    expect(words.sentence.join("")).toBe(
      "2nd of 38 on 27 November 2026: 120 retweets, 1,340 likes, 14 posts",
    );
    expect(words.figures).toBe("⇄\u2009120\u2002♡\u20091.3K\u2002❝\u200914");
  });

  test("has its name beside figures of others", () => {
    const two = [...counts, { network: "hackernews" as const, points: 20 }];
    expect(inWords({ ...today, counts: two }).words.sentence.join("")).toBe(
      "2nd of 38 on 27 November 2026: X 120 retweets, 1,340 likes, Hacker News 20 points, 14 posts",
    );
    expect(inWords({ ...today, counts: two }).words.figures).toContain("X\u20091.3K");
  });
});
