/**
 * Every page against two indexes: the archive; and digests that name every second paper of all pages, because lists are all hits or none
 * against the archive. arXiv's real pages, with old ids and after MathJax too, if they are there, otherwise our own small ones
 * of every kind. One visit for each: what arXiv's markup is, the page tells itself.
 */
import { describe, expect, test } from "vitest";
import { ownPages } from "../arxiv/saved-pages.ts";
import { ask } from "./ask.ts";
import { browserNames } from "./harness/browsers.ts";
import { madeDigest } from "./made-digest.ts";
import { look } from "./look.ts";
import { sharedHtml, sharedPages, sharedPagesAreThere, withEntries } from "./shared-pages.ts";
import { type Stage, useStage } from "./stage.ts";
import { archivedIds, badgesOf, canonical } from "./truth.ts";

interface Asked {
  name: string;
  path: string;
  /** As the page prints them; none if it only mentions papers. */
  ids: readonly string[];
  html: () => string;
}

const pages: readonly Asked[] = sharedPagesAreThere
  ? sharedPages.map((page) => ({
      name: page.file,
      path: page.url,
      ids: withEntries(page) ? page.ids : [],
      html: () => sharedHtml(page),
    }))
  : ownPages.map(({ name, url, ids, html }) => ({
      name,
      path: url.replace(/^https:..[^/]+/u, ""),
      ids,
      html,
    }));

const allIds = [...new Set(pages.flatMap(({ ids }) => ids.map(canonical)))];
const everySecond = allIds.filter((_, at) => at % 2 === 0);

/** Digests of May 2023 that name these papers, a few hundred a day, and no others in the index. */
async function knowOnly(stage: Stage, ids: readonly string[]) {
  const options = await stage.openOwn("options.html");
  await ask<"deleteEverything">(options, { type: "deleteEverything" });
  const each = 500;
  for (let at = 0; at < ids.length; at += each) {
    const date = `2023-05-${String(1 + at / each).padStart(2, "0")}`;
    const papers = ids.slice(at, at + each).map((id) => ({ id }));
    const content = madeDigest({ date, papers });
    const report = await ask<"importFile">(options, { type: "importFile", name: `${date}.md`, content });
    expect(report).toMatchObject({ days: [date], papers: papers.length, problems: [] });
  }
  await options.close();
}

/** Opens every page, and gives those that are not as they should be with these papers in the index. */
async function wrongPages(stage: Stage, known: ReadonlySet<string>) {
  const wrong: object[] = [];
  for (const { name, path, ids, html } of pages) {
    stage.serve(path, html());
    const expected = badgesOf(ids, known);
    const seen = await look(await stage.visit(path), expected.length);
    if (seen.changed || seen.badges.join() !== expected.join()) wrong.push({ name, ...seen, expected });
  }
  return wrong;
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("the archive is known: a badge beside each of its papers, everything else as arXiv made it", async () => {
    expect(await wrongPages(stage, archivedIds)).toEqual([]);
  });

  test("every second paper is known: exactly those have badges, everything else as arXiv made it", async () => {
    await knowOnly(stage, everySecond);
    expect(await wrongPages(stage, new Set(everySecond))).toEqual([]);
  });
});
