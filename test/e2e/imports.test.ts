import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../lib/digest/write-markdown.ts";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { bundledDigests } from "../digest/bundled-digests.ts";
import { ask } from "./ask.ts";
import { pressBadge, readBadges, settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { hotListItems } from "./hot-list.ts";
import { madeDigest } from "./made-digest.ts";
import { importFiles } from "./options-page.ts";
import { openConversationText, ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

const list = arxivPages.find(({ path }) => path === "/list/cs.CL/2021-08");

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("a digest that names every other paper of a list gives badges to exactly those", async () => {
    const ids = list?.ids ?? [];
    const every = new Set(ids.filter((_, at) => at % 2 === 1));
    const options = await stage.openOwn("options.html");
    await ask<"deleteEverything">(options, { type: "deleteEverything" });
    const [report] = await importFiles(options, [
      {
        name: "made.md",
        content: madeDigest({ date: "2023-05-01", papers: [...every].map((id) => ({ id })) }),
      },
    ]);
    expect(report?.text).toContain("Stored: 1 May 2023, 5 papers");
    const page = await stage.visit("/list/cs.CL/2021-08");
    expect(await settledBadgeIds(page, every.size)).toEqual(badgesOf(ids, every));

    await ask<"restoreArchive">(await stage.openOwn("options.html"), { type: "restoreArchive" });
    const both = new Set([...every, ...badgesOf(ids)]);
    await expect
      .poll(async () => settledBadgeIds(await stage.visit("/list/cs.CL/2021-08"), both.size))
      .toEqual(badgesOf(ids, both));
  });

  test("texts of an imported file are in the conversation and in the hot list, as text", async () => {
    const words =
      "We tried &lt;b&gt;bold&lt;/b&gt; &amp; $O(n^2)$: costs $$&#39; and $&amp;.<br>Second line.";
    const title = "On $E = mc^2$, $' and <script>alert(1)</script>";
    const options = await stage.openOwn("options.html");
    const [report] = await importFiles(options, [
      {
        name: "text.md",
        content: madeDigest({
          date: "2023-05-02",
          papers: [{ id: "2108.02035", title, posts: [{ text: words }] }],
        }),
      },
    ]);
    expect(report?.text).toContain("Stored: 2 May 2023, 1 paper");

    const page = await stage.visit("/abs/2108.02035");
    await pressBadge(page, "2108.02035");
    const shown = "We tried <b>bold</b> & $O(n^2)$: costs $$' and $&.";
    await expect.poll(() => openConversationText(page)).toContain(shown);
    expect(await openConversationText(page)).toContain("Second line.");

    const popup = await stage.openOwn("popup.html#2023-05-02");
    await expect
      .poll(async () => (await hotListItems(popup))[0]?.text)
      .toMatch(/^1 On .+, \$' and <script>alert\(1\)<\/script> A Tester/u);
    await popup.waitForSelector("li .formula math");
    expect(await popup.$$("script:not([src])")).toEqual([]);
  });

  test("the archive's own day with its texts is the same digest, only richer", async () => {
    const day = bundledDigests("archive").find(({ date }) => date === "2021-08-12");
    if (!day) throw new Error("the archive has no 12 August 2021");
    const withFullTexts = {
      ...day,
      papers: day.papers.map((paper) => ({
        ...paper,
        abstract: "An abstract for a test.",
        posts: paper.posts.map((post) => ({ ...post, text: `Said for a test of ${paper.id}.` })),
      })),
    };
    const options = await stage.openOwn("options.html");
    const before = await ask<"status">(options, { type: "status" });
    await importFiles(options, [{ name: "day.md", content: writeMarkdown(withFullTexts) }]);
    const after = await ask<"status">(options, { type: "status" });
    expect([after.digests, after.papers]).toEqual([before.digests, before.papers]);

    const page = await stage.visit("/abs/2108.04840");
    await pressBadge(page, "2108.04840");
    await expect.poll(() => openConversationText(page)).toContain("Said for a test of 2108.04840.");
    const tweet = "https://twitter.com/andreas_madsen/status/1425794989741727748";
    expect((await ourLinks(page)).filter(({ href }) => href === tweet)).toHaveLength(1);
  });

  test("of two digests of a day the newer holds, in whatever order they come", async () => {
    const day = (generated: string, id: string) =>
      madeDigest({ date: "2023-05-03", generated, papers: [{ id, counts: "retweets: 1, favorites: 2" }] });
    const older = { name: "older.md", content: day("2023-05-04T08:00:00", "1706.03762") };
    const newer = { name: "newer.md", content: day("2023-05-04T09:00:00", "1412.6980") };
    const options = await stage.openOwn("options.html");
    const reports = await importFiles(options, [older, newer, older]);
    expect(reports.map(({ text }) => text)).toEqual([
      expect.stringContaining("Stored: 3 May 2023, 1 paper"),
      expect.stringContaining("Stored: 3 May 2023, 1 paper"),
      expect.stringContaining(
        "Left as it was, because there is already a newer digest for the day: 3 May 2023",
      ),
    ]);
    expect(await settledBadgeIds(await stage.visit("/abs/1412.6980"), 1)).toEqual(["1412.6980"]);
    expect(await settledBadgeIds(await stage.visit("/abs/1706.03762"), 0)).toEqual([]);
  });

  test("JSON, also many digests in one file, is read as well", async () => {
    const digest = (date: string, id: string) => ({
      version: 1,
      date,
      title: `Hot Papers ${date}`,
      generated: `${date}T08:00:00`,
      papers: [
        {
          id,
          rank: 1,
          title: "A paper for a test",
          authors: ["A Tester"],
          categories: ["cs.CL"],
          counts: [{ network: "bluesky", reposts: 12, likes: 34 }],
          posts: [],
        },
      ],
      unheardOf: true,
    });
    const lines = [digest("2023-05-05", "2108.10604"), digest("2023-05-06", "hep-th/9901001")];
    const options = await stage.openOwn("options.html");
    const [report] = await importFiles(options, [
      { name: "lines.json", content: lines.map((line) => JSON.stringify(line)).join("\n") },
    ]);
    expect(report?.text).toContain("Stored: 5 May 2023, 6 May 2023, 2 papers");
    const page = await stage.visit("/abs/hep-th/9901001");
    expect(await settledBadgeIds(page, 1)).toEqual(["hep-th/9901001"]);
    expect((await readBadges(page))[0]?.name).toContain("12 reposts, 34 likes");
  });
});
