/**
 * The real archive, if it is beside the project. The expectations are read from the files by other means than the
 * parser's own: plain patterns over the whole file.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { heatOf } from "../../lib/digest/heat.ts";
import { parseDigestFile } from "../../lib/digest/parse-file.ts";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { parseDigest } from "../../lib/digest/schema.ts";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { bundledDigests } from "./bundled-digests.ts";
import { describeWithShared, hasShared, sharedPath } from "../setup/shared.ts";

/** Text of the archive's HTML without its entities. */
const plain = (html: string): string =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** A copy that lacks one field. */
function without<T extends object>(field: keyof T, value: T): Partial<T> {
  const copy: Partial<T> = { ...value };
  delete copy[field];
  return copy;
}

const FOLDER = sharedPath("digests");
const files = hasShared("digests") ? readdirSync(FOLDER).toSorted() : [];

describeWithShared("digests", "the 294 digests of the archive", () => {
  const texts = new Map<string, string>();
  const digests: Digest[] = [];
  beforeAll(() => {
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), "utf8");
      const { digests: read, problems } = parseMarkdown(text);
      if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems)}`);
      texts.set(file, text);
      digests.push(...read);
    }
  });
  const entries = () => digests.flatMap((digest) => digest.papers);
  const posts = () => entries().flatMap((entry) => entry.posts);

  test("have 3,347 entries and 3,740 tweets, and the oddities that are known of them", () => {
    expect(digests).toHaveLength(294);
    expect(entries()).toHaveLength(3347);
    expect(new Set(entries().map((entry) => entry.id)).size).toBe(3343);
    expect(posts()).toHaveLength(3740);
    expect(entries().filter((entry) => entry.abstract === undefined)).toHaveLength(47);
    expect(entries().filter((entry) => entry.posts.length === 0)).toHaveLength(211);
    expect(Math.max(...entries().map((entry) => entry.posts.length))).toBe(7);
    expect(digests.filter((digest) => digest.papers.length === 0).map((digest) => digest.date)).toEqual([
      "2020-12-07",
    ]);
    expect(new Set(posts().map((post) => post.lang)).size).toBe(19);
    const fromRight = posts().filter((post) => post.dir === "rtl");
    expect(new Set(fromRight.map((post) => post.lang)).size).toBe(1);
    expect(entries().filter((entry) => (entry.abstract ?? "").includes("$"))).toHaveLength(235);
    const wrapped = [...texts.values()].flatMap((text) => text.match(/^# .* {2}.*$/gmu) ?? []);
    expect(wrapped).toHaveLength(1274);
    expect(entries().filter((entry) => entry.title.includes("  "))).toEqual([]);
  });

  test("have tweets that only repeat the title: a third, as simpler rules count them too", () => {
    const share = posts().filter((post) => post.titleOnly).length / posts().length;
    expect(share).toBeGreaterThan(0.31);
    expect(share).toBeLessThan(0.35);
  });

  test("are told from what is not a digest, like any file", () => {
    for (const [file, text] of texts) expect(parseDigestFile(text).problems, file).toEqual([]);
  });

  /** All matches of a pattern's first groups. */
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.slice(1));
  const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

  test("are read field for field as the files say", () => {
    for (const [index, file] of files.entries()) {
      const text = texts.get(file) ?? "";
      const digest = digests[index];
      const papers = digest?.papers ?? [];
      expect([digest?.date, digest?.title], file).toEqual([
        file.slice(0, 10),
        all(text, /^title: (.*)$/gmu)[0]?.[0],
      ]);
      expect(digest?.generated, file).toBe(all(text, /^date: (\S+)\.Z$/gmu)[0]?.[0]);
      const headings = all(text, /^# (\d+)\. (.*)\n\n(.*)$/gmu);
      expect(
        papers.map((entry) => [String(entry.rank), entry.title, entry.authors.join(", ")]),
        file,
      ).toEqual(headings.map(([rank, title, authors]) => [rank, fold(title ?? ""), fold(authors ?? "")]));
      const counts = all(text, /^- retweets: (\d+), favorites: (\d+) \((\d\d)\/(\d\d)\/(\d{4}) (.*)\)$/gmu);
      expect(
        papers.map((entry) => entry.counts),
        file,
      ).toEqual(
        counts.map(([reposts, likes, month, day, year, time]) => [
          {
            network: "twitter",
            reposts: Number(reposts),
            likes: Number(likes),
            at: `${year}-${month}-${day}T${time}`,
          },
        ]),
      );
      expect(
        papers.map((entry) => entry.id),
        file,
      ).toEqual(all(text, /\[abs\]\(https:\/\/arxiv\.org\/abs\/([^)]+)\)/gu).flat());
      const categories = all(text, /^(- \[(?!abs).*)$/gmu).map(([line]) =>
        all(line ?? "", /\[([^\]]+)\]/gu).flat(),
      );
      expect(
        papers.map((entry) => entry.categories),
        file,
      ).toEqual(categories);
      const tweets = all(
        text,
        /&mdash; (.*) \(@(\w+)\) <a href="(https:\/\/twitter\.com\/\w+\/status\/(\d+))[^"]*">([^<]+)<\/a>/gu,
      );
      expect(
        papers
          .flatMap((entry) => entry.posts)
          .map((post) => [post.author.name, post.author.handle, post.url, post.id, post.date]),
        file,
      ).toEqual(
        tweets.map(([name, handle, url, id, date]) => [
          plain(name ?? ""),
          handle,
          url,
          id,
          new Date(`${date} UTC`).toISOString().slice(0, 10),
        ]),
      );
      const marks = all(text, /<p lang="(\w+)" dir="(\w+)">/gu);
      expect(
        papers.flatMap((entry) => entry.posts).map((post) => [post.lang, post.dir]),
        file,
      ).toEqual(marks);
      // An abstract is the one line after the categories that is not a tweet; three spaces begin a new paragraph.
      const abstracts = all(text, /^- \[(?!abs).*\n\n(.*)$/gmu).map(([line]) =>
        line === "" || line?.startsWith("<blockquote") ? [] : (line ?? "").split(/ {3,}/u).map(fold),
      );
      expect(
        papers.map((entry) => entry.abstract?.split("\n\n") ?? []),
        file,
      ).toEqual(abstracts);
    }
  });

  test("keep the words and the lines of their tweets, whatever marks up the text", () => {
    const bare = (html: string) =>
      plain(
        html
          .replaceAll("\n", " ")
          .replaceAll("<br>", "\n")
          .replace(/<[^>]*>/gu, ""),
      )
        .split("\n")
        .map((line) => line.replace(/ +/gu, " ").trim())
        .join("\n")
        .trim();
    const expected = [...texts.values()].flatMap((text) =>
      all(text, /<p lang="[^"]*" dir="[^"]*">(.*?)<\/p>&mdash;/gsu).flat(),
    );
    expect(posts().map((post) => post.text)).toEqual(expected.map(bare));
  });

  test("come back from the Markdown that we write, and from JSON", () => {
    for (const digest of digests) {
      expect(parseMarkdown(writeMarkdown(digest))).toEqual({ digests: [digest], problems: [] });
      expect(parseDigest(structuredClone(digest))).toEqual({ digest, problems: [] });
    }
  });

  test("are written as they were, except for links in tweets and white space, which are not kept", () => {
    /** A file without what is lost. Tags in an abstract are escaped by us and were not by the archive. */
    const kept = (text: string) =>
      text
        .replace(/(<p lang="[^"]*" dir="[^"]*">)(.*?)(<\/p>&mdash;)/gsu, (_all, open, html: string, close) =>
          [open, html.replace(/<\/?a\b[^>]*>/gu, ""), close].join(""),
        )
        .replaceAll("\\<", "<")
        .replace(/[^\S\n]*<br>[^\S\n]*/gu, "<br>")
        .replace(/ +$/gmu, "")
        .replace(/ +/gu, " ")
        .replace(/\n{3,}/gu, "\n\n");
    for (const [index, text] of [...texts.values()].entries()) {
      const digest = digests[index];
      if (!digest) throw new Error("no digest");
      expect(kept(writeMarkdown(digest)), digest.date).toBe(kept(text));
    }
  });

  test("are the bundled set of Twitter, facts only", () => {
    const facts = digests.map((digest) => ({
      ...digest,
      papers: digest.papers.map((entry) => ({
        ...without("abstract", entry),
        posts: entry.posts.map((post) => without("text", post)),
      })),
    }));
    expect(bundledDigests("archive")).toEqual(facts);
  });

  test.each(["2020", "2021", "2022"])("of %s are split into fifths by the bars", (year) => {
    const ofYear = digests.filter((digest) => digest.date.startsWith(year));
    const favorites = ofYear
      .flatMap((digest) => digest.papers.map((entry) => entry.counts[0]?.likes ?? 0))
      .toSorted((a, b) => a - b);
    const heat = (likes: number) => heatOf([{ network: "twitter", likes }], `${year}-01-01`, undefined);
    for (const fifth of [1, 2, 3, 4]) {
      const bound = favorites[Math.floor((fifth * favorites.length) / 5)] ?? 0;
      expect([heat(bound - 1), heat(bound)], `fifth ${fifth}`).toEqual([fifth, fifth + 1]);
    }
  });
});
