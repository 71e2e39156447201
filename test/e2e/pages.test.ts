import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv/arxiv.ts";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { look } from "./look.ts";
import { type Stage, useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

/** The badges of a page are those of the truth, and all the rest is as arXiv made it. */
async function expectTruth(stage: Stage, path: string, ids: readonly string[]) {
  const badges = badgesOf(ids);
  expect(await look(await stage.visit(path), badges.length)).toEqual({ badges });
}

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  describe("our own arXiv", () => {
    // Of the abstract pages a few of each form of id: all others are like them.
    const someAbstracts = /\/abs\/(?:2108\.0[48]|.*\/)[^v]*$/u;
    const ownPages = arxivPages.filter(({ kind, path }) =>
      kind === "abs" ? someAbstracts.test(path) : kind !== "plain",
    );

    test.each(ownPages)(
      "$path has a badge beside each paper of the archive and is else untouched",
      ({ path, ids }) => expectTruth(stage, path, ids),
    );

    test.each(arxivPages.filter(({ kind }) => kind === "plain"))(
      "$path has no entries, so no badge",
      ({ path }) => expectTruth(stage, path, []),
    );

    test("a page that arXiv does not have gets nothing", () => expectTruth(stage, "/abs/9999.99999", []));

    test("an older version is the same paper", async () => {
      const page = await stage.visit("/abs/2201.04182v1");
      expect(await settledBadgeIds(page, 1)).toEqual(["2201.04182"]);
    });

    test.each(["www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"])("%s is arXiv too", async (host) => {
      const page = await stage.visit("/abs/2108.04840", host);
      expect(await settledBadgeIds(page, 1)).toEqual(["2108.04840"]);
    });

    test("a reload leaves one badge per paper, and so does going back", async () => {
      const page = await stage.visit("/abs/2108.04840");
      await page.reload();
      expect(await settledBadgeIds(page, 1)).toEqual(["2108.04840"]);
      await stage.visit("/list/cs.CL/2021-08");
      await page.goBack();
      expect(await settledBadgeIds(page, 1)).toEqual(["2108.04840"]);
    });
  });
});
