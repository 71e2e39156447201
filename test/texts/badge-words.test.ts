import { expect, test } from "vitest";
import type { BadgeEntry } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { badgeInWords } from "../../lib/texts/badge-words.ts";

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

test("a badge's name is the sentence that people's own scripts rely on, without figures where they are not wanted", () => {
  const { sentence, day } = inWords({}).words;
  expect(sentence.join("|")).toBe("3rd of 11 on 12 August 2021|: |288 retweets|, |52 favorites|, |1 tweet");
  expect(day).toBe("on 12 Aug 2021");
});

test("a paper in several digests shows its best one, and counts for the reader's smallest heat with its hottest", () => {
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
