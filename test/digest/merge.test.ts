import { expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { mergeCopies } from "../../lib/digest/merge.ts";
import { unpackDigests, packDigests } from "../../lib/digest/pack.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { head, MARKDOWN, paper } from "./made.ts";

const [rich] = parseMarkdown(MARKDOWN).digests;
if (!rich) throw new Error("the made digest cannot be read");
const [facts] = unpackDigests(packDigests({ archive: [rich] })).archive ?? [];
if (!facts) throw new Error("the pack is empty");

test("a copy with words adds them to the facts, and nothing appears twice", () => {
  expect(mergeCopies([facts, rich])).toEqual(rich);
  expect(mergeCopies([rich, facts])).toEqual(rich);
});

test("the copy that was written last says what is in the digest", () => {
  const [corrected] = parseMarkdown(
    head("2021-08-12", "2021-08-20T10:00:00.Z") + paper(1, "hep-th/9901001"),
  ).digests;
  const merged = mergeCopies([rich, corrected as Digest]);
  expect(merged.papers.map((entry) => [entry.rank, entry.id])).toEqual([[1, "hep-th/9901001"]]);
});

test("a newer copy without words takes them from the older one, for the same paper and post", () => {
  const newer = { ...facts, generated: "2021-08-20T10:00:00" };
  expect(mergeCopies([rich, newer])).toEqual({ ...rich, generated: "2021-08-20T10:00:00" });
});

test("one copy is itself", () => expect(mergeCopies([facts])).toBe(facts));
