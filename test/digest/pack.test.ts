import { expect, test } from "vitest";
import { packDigests, unpackDigests } from "../../lib/digest/pack.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { head, MARKDOWN, paper } from "./made.ts";

const [digest] = parseMarkdown(MARKDOWN).digests;
if (!digest) throw new Error("the made digest cannot be read");

test("a rank that is not the place survives", () => {
  const [odd] = parseMarkdown(head("2021-08-13") + paper(4, "2108.05000") + paper(9, "2108.05001")).digests;
  if (!odd) throw new Error("no digest");
  expect(unpackDigests(packDigests([odd]))[0]?.papers.map((entry) => entry.rank)).toEqual([4, 9]);
});

test("the same digests give the same pack, in whatever order they come", () => {
  const other = { ...digest, date: "2021-08-13", title: "Hot Papers 2021-08-13" };
  expect(packDigests([digest, other])).toBe(packDigests([other, digest]));
});

test("a pack that was cut or changed is refused, so that no half archive is taken for a whole one", () => {
  const pack = packDigests([digest]);
  expect(() => unpackDigests(pack.slice(0, -20))).toThrow("damaged pack");
  expect(() => unpackDigests(pack.replace("2108.04840", "../etc"))).toThrow(
    "damaged pack: 2021-08-12: entry",
  );
  expect(() => unpackDigests("{}")).toThrow("damaged pack: pack");
});

test("what a pack cannot keep is refused instead of lost", () => {
  const [first, ...rest] = digest.papers;
  if (!first) throw new Error("no paper");
  const other = {
    ...digest,
    papers: [{ ...first, counts: [{ network: "bluesky" as const, likes: 3 }] }, ...rest],
  };
  expect(() => packDigests([other])).toThrow(RangeError);
});
