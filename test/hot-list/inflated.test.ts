import { expect, test } from "vitest";
import { heatOf } from "../../lib/digest/heat.ts";
import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import { bundledDigests } from "../digest/bundled-digests.ts";
import { paper } from "../components/made.ts";

test("56 of the archive's 293 first places have one or two bars; one more begins the third", () => {
  const firsts = bundledDigests("archive").flatMap(({ date, papers }) =>
    papers
      .filter(({ rank }) => rank === 1)
      .map((entry) => ({ ...entry, date, heat: heatOf(entry.counts, date, undefined) })),
  );
  expect(firsts).toHaveLength(293);
  expect(firsts.filter(hasInflatedRetweets)).toHaveLength(56);
  // 50 favorites are the first of the third fifth in 2020: counted to the second, that paper has 57.
  const atTheEdge = firsts.filter(({ date, counts }) => date.startsWith("2020") && counts[0]?.likes === 50);
  expect(atTheEdge.map(({ date, heat }) => [date, heat])).toEqual([["2020-09-30", 3]]);
});

const one = { rank: 1, heat: 1, counts: [{ network: "twitter" as const, reposts: 900, likes: 20 }] };

test.each([
  ["first with one bar", one, true],
  ["third with two bars", { ...one, rank: 3, heat: 2 }, true],
  ["fourth: nothing is said of its rank", { ...one, rank: 4 }, false],
  ["three bars go well with the rank", { ...one, heat: 3 }, false],
  ["a heat that is not known says nothing", { ...one, heat: 0 }, false],
  ["without retweets", { ...one, counts: [{ network: "twitter" as const, likes: 20 }] }, false],
  ["another network's rank", { ...one, counts: [{ network: "huggingface" as const, upvotes: 5 }] }, false],
  [
    "a rank that several networks make",
    { ...one, counts: [...one.counts, { network: "hackernews" as const, points: 3 }] },
    false,
  ],
])("%s", (_, change, inflated) => {
  expect(hasInflatedRetweets(paper(change))).toBe(inflated);
});
