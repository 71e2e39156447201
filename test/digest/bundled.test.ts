/** What ships with the extension, by itself and against what it was made of. */
import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pack } from "../../lib/cli/pack.ts";
import type { BundledId } from "../../lib/digest/bundled.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests } from "../../lib/digest/pack.ts";
import { parseDigest } from "../../lib/digest/schema.ts";
import { describeWithShared, sharedPath } from "../setup/shared.ts";
import { bundledDigests, packText } from "./bundled-digests.ts";

const papersOf = (id: BundledId) => bundledDigests(id).flatMap(({ papers }) => papers);

test("all that is bundled takes at most 1.1 MB gzipped", () => {
  expect(gzipSync(packText(), { level: 9 }).length).toBeLessThanOrEqual(1_100_000);
});

test("no words of others are bundled: no abstracts, no texts of posts", () => {
  const papers = [...papersOf("archive"), ...papersOf("huggingface")];
  expect(papers).toHaveLength(3347 + 6439);
  const worded = papers.filter(
    ({ abstract, posts }) => abstract !== undefined || posts.some((post) => post.text !== undefined),
  );
  expect(worded).toEqual([]);
});

test.each(["archive", "huggingface"] as const)(
  "the digests of %s pass the check for outside data, and come out unchanged",
  (id) => {
    for (const digest of bundledDigests(id))
      expect(parseDigest(structuredClone(digest))).toEqual({ digest, problems: [] });
  },
);

test("Hugging Face's set: 334 days, ranks without a gap, upvotes from 5 on, categories unknown", () => {
  const digests = bundledDigests("huggingface");
  expect(digests).toHaveLength(334);
  expect([digests[0]?.date, digests.at(-1)?.date]).toEqual(["2025-04-24", "2026-08-07"]);
  for (const { date, papers } of digests) {
    expect(
      papers.map(({ rank }) => rank),
      date,
    ).toEqual(papers.map((_, place) => place + 1));
    const upvotes = papers.map(({ counts: [counts] }) => counts?.upvotes ?? 0);
    expect(upvotes, date).toEqual(upvotes.toSorted((a, b) => b - a));
    expect(Math.min(...upvotes), date).toBeGreaterThanOrEqual(5);
    expect(
      papers.flatMap(({ categories, posts }) => [...categories, ...posts]),
      date,
    ).toEqual([]);
  }
});

const TWITTER = sharedPath("digests");
const HUGGING_FACE = sharedPath("hf-digests");

describeWithShared("hf-digests", "beside its sources", () => {
  /** What `hot-papers pack` prints, its folders listed in this order. */
  async function packed(folders: readonly string[], sort: (names: string[]) => string[]): Promise<string> {
    const said: string[] = [];
    let out = "";
    const status = await pack.run([...folders, "--least-upvotes", "5"], {
      out: (text) => (out += text),
      err: (line) => said.push(line),
      readText: (path) => readFile(path, "utf8"),
      writeText: () => Promise.reject(new Error("writes a file")),
      listFiles: async (folder) => sort(await readdir(folder)),
      readInput: () => Promise.resolve(""),
    });
    expect([status, said]).toEqual([0, []]);
    return out;
  }

  test("the pack is what `hot-papers pack` makes of them, in whatever order they are read", async () => {
    const text = packText();
    const sorted = await packed([TWITTER, HUGGING_FACE], (names) => names.toSorted());
    expect(sorted === text).toBe(true); // a difference of two megabytes does not help
    const reversed = await packed([HUGGING_FACE, TWITTER], (names) => names.toSorted().toReversed());
    expect(reversed === text).toBe(true);
  });

  test("Hugging Face's set has id, title, authors, day, rank, upvotes and time as its files say", async () => {
    const bundled = new Map(bundledDigests("huggingface").map((digest) => [digest.date, digest]));
    const names = (await readdir(HUGGING_FACE)).filter((name) => name.endsWith(".json"));
    expect(names).toHaveLength(bundled.size);
    for (const name of names) {
      const whole = JSON.parse(await readFile(`${HUGGING_FACE}/${name}`, "utf8")) as Digest;
      const papers = whole.papers.filter(({ counts }) => (counts[0]?.upvotes ?? 0) >= 5);
      expect(bundled.get(name.slice(0, 10)), name).toEqual({ ...whole, papers });
    }
  });
});

test("packing unpacked digests gives the same text again", () => {
  const again = packDigests({
    huggingface: bundledDigests("huggingface").toReversed(),
    archive: bundledDigests("archive"),
  });
  expect(again === packText()).toBe(true);
});
