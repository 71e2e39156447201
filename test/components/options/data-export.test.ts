import { describe, expect, test } from "vitest";
import type { Digest } from "../../../lib/digest/digest.ts";
import { MAX_FILE_BYTES } from "../../../lib/digest/limits.ts";
import { parseDigestFile } from "../../../lib/digest/parse-file.ts";
import { readMarksFile } from "../../../lib/marks/marks-file.ts";
import type { Mark } from "../../../lib/marks/marks.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { exportData } from "../../../components/options/data-export.ts";
import { digest, entry } from "../../hot-list/made.ts";
import { words } from "../../follows/made.ts";
import { facts } from "../../marks/made.ts";

const marks = new Map<PaperId, Mark>([
  ["2108.04840" as PaperId, { saved: 1_700_000_000_000, paper: facts() }],
  ["2108.00001" as PaperId, { read: 1_700_000_000_000 }],
]);

async function saved(digests: readonly Digest[]) {
  const files: { name: string; type: string; content: string }[] = [];
  const count = await exportData({
    digests: async function* all() {
      yield* digests;
    },
    settings: async () => ({ settings: { theme: "dark" }, dayChange: 8 }),
    feeds: async () => [
      { id: "feed-1", address: "https://feed.example/", title: "A feed", on: true } as never,
    ],
    marks: async () => marks,
    follows: async () => [words("diffusion")],
    now: () => new Date("2026-11-28T12:00:00Z"),
    save: (name, type, content) => files.push({ name, type, content }),
  });
  expect(files).toHaveLength(count);
  return files;
}

describe("the reader's own data", () => {
  const days = [
    digest("2021-08-12", [entry({ abstract: "First.\n\nSecond “paragraph”." })]),
    digest("2021-08-13", [entry({ id: "2108.00002" as PaperId })]),
  ];

  test("is one JSON file with feeds, settings, marks and digests", async () => {
    const [file] = await saved(days);
    expect(file).toMatchObject({ name: "hot-papers-data-2026-11-28.json", type: "application/json" });
    expect(JSON.parse(file!.content)).toMatchObject({
      format: "hot-papers-data",
      version: 1,
      written: "2026-11-28T12:00:00.000Z",
      settings: { settings: { theme: "dark" }, dayChange: 8 },
      feeds: [{ address: "https://feed.example/", title: "A feed", on: true }],
      follows: [{ kind: "words", text: "diffusion" }],
      digests: [{ date: "2021-08-12" }, { date: "2021-08-13" }],
    });
    expect(file!.content).not.toContain("feed-1");
  });

  test("comes back: its digests by the import of digests, its marks by that of marks", async () => {
    const [file] = await saved(days);
    expect(parseDigestFile(file!.content)).toEqual({ digests: days, problems: [] });
    expect(readMarksFile(file!.content)).toEqual({ ok: true, marks, unreadable: 0 });
  });

  test("without any digest is still a file, with which the import of digests finds nothing wrong", async () => {
    const [file] = await saved([]);
    expect(parseDigestFile(file!.content)).toEqual({ digests: [], problems: [] });
    expect(readMarksFile(file!.content)).toMatchObject({ ok: true });
  });

  test("too large for one readable file is split; the first part has all that is not a digest", async () => {
    const abstract = "言".repeat(15_000);
    const many = Array.from({ length: 10 }, (_, day) =>
      digest(
        `2021-08-1${day}`,
        Array.from({ length: 50 }, (__, at) =>
          entry({ id: `2108.0${day}${String(at + 1).padStart(3, "0")}` as PaperId, rank: at + 1, abstract }),
        ),
      ),
    );
    const files = await saved(many);
    expect(files.map(({ name }) => name)).toEqual([
      "hot-papers-data-2026-11-28.json",
      "hot-papers-data-2026-11-28-2.json",
      "hot-papers-data-2026-11-28-3.json",
    ]);
    for (const { content } of files) expect(new Blob([content]).size).toBeLessThan(MAX_FILE_BYTES);
    expect(files.flatMap(({ content }) => parseDigestFile(content).digests)).toEqual(many);
    expect(files.map(({ content }) => "marks" in (JSON.parse(content) as object))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
