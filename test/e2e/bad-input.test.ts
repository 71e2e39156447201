import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { madeDigest } from "./made-digest.ts";
import { type FileReport, importFiles } from "./options-page.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

const DATE = "2023-06-01";
const papers = [{ id: "1706.03762" }, { id: "1412.6980" }];
const good = madeDigest({ date: DATE, papers });

/** Files from which nothing may be stored, and what the reader is told about each. */
const refused: [string, { name: string; content: string | Uint8Array; says: RegExp }][] = [
  ["an empty file", { name: "empty.md", content: "", says: /empty/iu }],
  [
    "a picture",
    {
      name: "picture.md",
      content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]),
      says: /not a text file/iu,
    },
  ],
  ["noise", { name: "noise.json", content: new Uint8Array(randomBytes(4096)), says: /not a text file/iu }],
  [
    "a web page",
    {
      name: "page.html.md",
      content: "<!doctype html><html><body><h1>Hot Papers 2023-06-01</h1></body></html>",
      says: /web page/iu,
    },
  ],
  ["50 MB", { name: "large.md", content: new Uint8Array(50_000_000).fill(0x61), says: /larger than/iu }],
  [
    "broken front matter",
    { name: "yaml.md", content: good.replace("title: Hot", "title: [Hot"), says: /front matter/iu },
  ],
  ["a day that is none", { name: "day.md", content: good.replaceAll(DATE, "2023-02-30"), says: /\bday\b/iu }],
  [
    "JSON that was cut",
    { name: "cut.json", content: '{"version":1,"date":"2023-06-01","papers":[', says: /JSON/u },
  ],
  [
    "JSON of a newer version",
    { name: "newer.json", content: JSON.stringify({ version: 2, date: DATE, papers: [] }), says: /newer/iu },
  ],
  ["a letter", { name: "letter.md", content: "Dear reader,\n\nthis is no digest.", says: /digest/iu }],
];

/** Files with one good paper (1412.6980), which is stored, and one that is not, about which the reader is told. */
const oneOfTwo: [string, { content: string; says: RegExp }][] = [
  [
    "counts that are no numbers",
    { content: good.replace("retweets: 300", "retweets: many"), says: /counts|number/iu },
  ],
  ["an id that is none", { content: good.replaceAll("abs/1706.03762", "abs/9999"), says: /link|paper/iu }],
];

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);
  /** What the index holds. How many bytes that takes is the browser's to say, which tidies up when it likes. */
  const status = async () => {
    const { bytes: _, ...held } = await ask<"status">(await stage.openOwn("options.html"), {
      type: "status",
    });
    return held;
  };
  const startWithOneDigest = async () => {
    const options = await stage.openOwn("options.html");
    await ask<"deleteEverything">(options, { type: "deleteEverything" });
    await importFiles(options, [
      { name: "kept.md", content: madeDigest({ date: "2023-05-31", papers: [{ id: "2108.04840" }] }) },
    ]);
  };

  describe("files of which nothing is stored", () => {
    let before: Awaited<ReturnType<typeof status>>;
    let reports: FileReport[] = [];
    // All at once: each must be told apart from the others, and opening pages takes the time.
    beforeAll(async () => {
      if (!stage.there) return;
      await startWithOneDigest();
      before = await status();
      reports = await importFiles(
        await stage.openOwn("options.html"),
        refused.map(([, { name: file, content }]) => ({ name: file, content })),
      );
    });

    test.each(refused)("%s is refused in words", (_, { name: file, says }) => {
      const report = reports.find((each) => each.name === file);
      expect(report?.text).toMatch(says);
      expect(report?.text).not.toContain("Stored");
    });

    test("nothing that was there is lost", async () => {
      expect(reports).toHaveLength(refused.length);
      expect(await status()).toEqual(before);
      expect(await settledBadgeIds(await stage.visit("/abs/2108.04840"), 1)).toEqual(["2108.04840"]);
    });
  });

  describe("files of which something is stored", () => {
    beforeEach(startWithOneDigest);

    test.each(oneOfTwo)("%s costs that paper, not the digest", async (_, { content, says }) => {
      const options = await stage.openOwn("options.html");
      const [report] = await importFiles(options, [{ name: "digest.md", content }]);
      expect(report?.text).toContain("Stored: 1 June 2023, 1 paper");
      expect(report?.text).toMatch(says);
      expect(await settledBadgeIds(await stage.visit("/abs/1412.6980"), 1)).toEqual(["1412.6980"]);
      expect(await settledBadgeIds(await stage.visit("/abs/1706.03762"), 0)).toEqual([]);
    });

    test("a digest that was cut in the middle gives its whole papers, and says that one is missing", async () => {
      const options = await stage.openOwn("options.html");
      const cut = good.slice(0, good.indexOf("abs](https://arxiv.org/abs/1412.6980"));
      const [report] = await importFiles(options, [{ name: "cut.md", content: cut }]);
      expect(report?.text).toContain("Stored: 1 June 2023, 1 paper");
      expect(report?.text).toMatch(/ends in the middle|cut/iu);
      expect(await settledBadgeIds(await stage.visit("/abs/1706.03762"), 1)).toEqual(["1706.03762"]);
    });

    test("a tweet cannot bring a script, by its text or by its link", async () => {
      const options = await stage.openOwn("options.html");
      const content = madeDigest({
        date: DATE,
        papers: [
          {
            id: "1706.03762",
            posts: [
              {
                text: "<script>document.title = 'taken'</script>Harmless words<img src=x onerror=\"document.title='taken'\">",
              },
              {
                text: "A link to press",
                url: "javascript:document.title='taken'//twitter.com/hot_papers_test/status/2",
              },
            ],
          },
        ],
      });
      const [report] = await importFiles(options, [{ name: "script.md", content }]);
      expect(report?.text).toContain("Stored: 1 June 2023, 1 paper");
      const page = await stage.visit("/abs/1706.03762");
      await pressBadge(page, "1706.03762");
      await expect.poll(async () => (await ourLinks(page)).length).toBeGreaterThan(0);
      for (const { href } of await ourLinks(page)) expect(href).toMatch(/^https?:/u);
      expect(await page.title()).not.toBe("taken");
      const popup = await stage.openOwn(`popup.html#${DATE}`);
      await popup.waitForSelector("[data-hot-paper]");
      expect(await popup.title()).not.toBe("taken");
      expect(
        await popup.$$eval("a", (links) => links.filter(({ protocol }) => protocol === "javascript:").length),
      ).toBe(0);
    });

    test("Windows line ends and a byte order mark change nothing", async () => {
      const options = await stage.openOwn("options.html");
      const [report] = await importFiles(options, [
        { name: "windows.md", content: `\uFEFF${good.replaceAll("\n", "\r\n")}` },
      ]);
      expect(report?.text).toBe("windows.md Stored: 1 June 2023, 2 papers.");
    });

    test("one bad file among many costs itself only", async () => {
      const options = await stage.openOwn("options.html");
      const reports = await importFiles(options, [
        { name: "a.md", content: good },
        { name: "b.md", content: "" },
        { name: "c.md", content: good.replaceAll(DATE, "2023-06-02") },
      ]);
      expect(reports.map(({ name: file, text }) => [file, text.includes("Stored")])).toEqual([
        ["a.md", true],
        ["b.md", false],
        ["c.md", true],
      ]);
    });
  });
});
