import { expect, test } from "vitest";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { heatOf } from "../../lib/digest/heat.ts";
import { shownDay } from "../../lib/hot-list/shown-day.ts";
import { digest, entry, post } from "./made.ts";

test("papers come in order of rank, whatever order the digest has them in", () => {
  const { papers } = shownDay(
    digest("2021-08-12", [
      entry({ id: "2108.00002" as PaperId, rank: 2 }),
      entry({ id: "2108.00010" as PaperId, rank: 10 }),
      entry({ rank: 1 }),
    ]),
  );
  expect(papers.map(({ rank }) => rank)).toEqual([1, 2, 10]);
});

test("each has the bars of its day's year", () => {
  const [paper] = shownDay(digest("2021-08-12", [entry()])).papers;
  expect(paper?.heat).toBe(heatOf(entry().counts, "2021-08-12"));
  expect(shownDay(digest("2021-08-12", [entry({ counts: [] })])).papers[0]?.heat).toBe(0);
});

test("says of when the latest figure is, and nothing where no digest says", () => {
  const at = (time: string) => entry({ counts: [{ network: "twitter", likes: 1, at: time }] });
  expect(shownDay(digest("2021-08-12", [at("2021-08-13T08:41:50"), at("2021-08-14T00:00:01")])).counted).toBe(
    "2021-08-14",
  );
  const never = entry({ counts: [{ network: "twitter", likes: 1 }] });
  expect(shownDay(digest("2021-08-12", [never])).counted).toBeUndefined();
});

test("knows whether the index has any words of the day", () => {
  expect(shownDay(digest("2021-08-12", [entry({ posts: [post()] })])).factsOnly).toBe(true);
  expect(shownDay(digest("2021-08-12", [entry({ posts: [post({ text: "Hi" })] })])).factsOnly).toBe(false);
  expect(shownDay(digest("2021-08-12", [entry({ abstract: "We." })])).factsOnly).toBe(false);
});
