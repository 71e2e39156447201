import { expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests, unpackDigests } from "../../lib/digest/pack.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { head, MARKDOWN, paper } from "./made.ts";

const [digest] = parseMarkdown(MARKDOWN).digests;
if (!digest) throw new Error("the made digest cannot be read");

/** Another network's digest, counted when it was written but for the last, whose time is not known. */
const upvoted: Digest = {
  version: 1,
  date: "2026-08-07",
  title: "Hot Papers 2026-08-07",
  generated: "2026-08-08T00:40:03",
  papers: [67, 52].map((upvotes, place) => ({
    id: `2608.0598${place}` as PaperId,
    rank: place + 1,
    title: `Paper ${place}`,
    authors: ["Ada Author", `Once ${place}`],
    categories: [],
    counts: [{ network: "huggingface", upvotes, ...(place === 0 && { at: "2026-08-07T23:40:03" }) }],
    posts: [],
  })),
};

test("a rank that is not the place survives", () => {
  const [odd] = parseMarkdown(head("2021-08-13") + paper(4, "2108.05000") + paper(9, "2108.05001")).digests;
  if (!odd) throw new Error("no digest");
  const [back] = unpackDigests(packDigests({ archive: [odd] })).archive ?? [];
  expect(back?.papers.map((entry) => entry.rank)).toEqual([4, 9]);
});

test("both sets come back as they were, or only the wanted one", () => {
  const pack = packDigests({ archive: [digest], huggingface: [upvoted] });
  expect(unpackDigests(pack).huggingface).toEqual([upvoted]);
  expect(unpackDigests(pack, ["huggingface"])).toEqual({ huggingface: [upvoted] });
  expect(unpackDigests(pack).archive?.[0]?.papers[0]?.id).toBe("2108.04840");
});

test("the same digests give the same pack, in whatever order they come", () => {
  const other = { ...digest, date: "2021-08-13", title: "Hot Papers 2021-08-13" };
  expect(packDigests({ archive: [digest, other], huggingface: [upvoted] })).toBe(
    packDigests({ huggingface: [upvoted], archive: [other, digest] }),
  );
});

test("a pack that was cut or changed is refused, so that no half set is taken for a whole one", () => {
  const pack = packDigests({ archive: [digest], huggingface: [upvoted] });
  expect(() => unpackDigests(pack.slice(0, -20))).toThrow("damaged pack: not whole JSON");
  expect(() => unpackDigests(pack.replace("2108.04840", "../etc"))).toThrow("damaged pack: 2021-08-12: id");
  expect(() => unpackDigests("{}")).toThrow("damaged pack: pack");
  expect(() => unpackDigests('{"pack":2,"sets":{"archive":{}}}')).toThrow("damaged pack: people");
});

test.each([
  ["the day", /2026-08-07(?=","","2026)/u, "2026-02-30", "date"],
  ["the time of writing", "2026-08-08T00:40:03", "yesterday", "generated"],
  ["a title", '"Paper 1"', "null", "title"],
  ["an author's place", "[0,", "[7,", "authors"],
  ["a figure", "[67]", "[-67]", "figures"],
  ["the time of counting", "-3600", '"soon"', "counted"],
  ["a rank", '"2608.05981",0', '"2608.05981",-1', "rank"],
])("a pack in which %s is damaged is refused by its name", (_, what, by, name) => {
  const pack = packDigests({ huggingface: [upvoted] });
  const changed = pack.replace(what, by);
  expect(changed).not.toBe(pack);
  expect(() => unpackDigests(changed)).toThrow(new RegExp(`damaged pack: .*${name}`, "u"));
});

test("what a set cannot keep is refused instead of lost", () => {
  const [first, ...rest] = digest.papers;
  if (!first) throw new Error("no paper");
  const other = {
    ...digest,
    papers: [{ ...first, counts: [{ network: "bluesky" as const, likes: 3 }] }, ...rest],
  };
  expect(() => packDigests({ archive: [other] })).toThrow(RangeError);
  expect(() => packDigests({ archive: [upvoted] })).toThrow(RangeError);
});
