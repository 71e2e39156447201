import { createRequire } from "node:module";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { ask } from "./ask.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { ours } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { controlWords, listedIds, pressControl } from "./list-control.ts";
import { look } from "./look.ts";
import { madeDigest } from "./made-digest.ts";
import { ourLinks } from "./page-content.ts";
import { type Stage, useStage } from "./stage.ts";
import { badgesOf } from "./truth.ts";

/** The badges of a page are those of the truth, and all the rest is as arXiv made it. */
async function expectTruth(stage: Stage, path: string, ids: readonly string[]) {
  const badges = badgesOf(ids);
  expect(await look(await stage.visit(path), badges.length)).toEqual({ badges });
}

/** In the header of a paper in HTML: what is elsewhere than without the badge, and whether the badge covers nothing. */
function headerBoxes() {
  const header = document.querySelector("header.arxiv-html-header");
  const host = header?.querySelector("hot-paper");
  const shape = host?.shadowRoot?.querySelector(".shape");
  if (!header || !host || !shape) throw new Error("no badge");
  const parts = [...header.querySelectorAll(".logo, .header-button"), header];
  const box = (element: Element) => JSON.stringify(element.getBoundingClientRect());
  const before = parts.map(box);
  const pill = shape.getBoundingClientRect();
  const seen = [...header.querySelectorAll(".logo, .header-button svg, .header-button span")];
  const covers = (element: Element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && left < pill.right && right > pill.left;
  };
  const { top, bottom, right } = header.getBoundingClientRect();
  const inside = pill.width > 0 && pill.top >= top && pill.bottom <= bottom && pill.right <= right;
  const free = inside && !seen.some(covers);
  const place = host.parentElement;
  host.remove();
  const moved = parts.filter((part, at) => box(part) !== before[at]).map((part) => part.className);
  place?.append(host);
  return { moved, free, pill };
}

/** As arXiv's lists ask for it (mathjaxToggle.js, 2026-06). */
const MATHJAX = `<script type="text/x-mathjax-config">
  MathJax.Hub.Config({
    messageStyle: "none",
    extensions: ["tex2jax.js"],
    jax: ["input/TeX", "output/HTML-CSS"],
    tex2jax: {
      inlineMath: [["$", "$"]],
      processEscapes: true,
      ignoreClass: ".*",
      processClass: "mathjax.*",
    },
    "HTML-CSS": { availableFonts: ["TeX"], webFont: null, imageFont: null },
  });
</script>
<script src="https://static.arxiv.org/MathJax-2.7.3/MathJax.js"></script>`;

/** Waits until MathJax has nothing left to do. */
function mathJaxDone(): Promise<void> {
  const { Hub } = (globalThis as unknown as { MathJax: { Hub: { Queue: (done: () => void) => void } } })
    .MathJax;
  return new Promise((resolve) => {
    Hub.Queue(resolve);
  });
}

/** What MathJax has done to a list and to what is ours. */
function listAfterMathJax() {
  const hosts = [...document.querySelectorAll<HTMLElement>("hot-paper")];
  return {
    formulas: document.querySelector("dd .mathjax .MathJax_Preview") !== null,
    typesetInOurs: hosts.filter((host) => host.shadowRoot?.querySelector(".MathJax, script")).length,
    hosts: hosts.map((host) => host.dataset["hotPaper"]),
    order: [...document.querySelectorAll('dt a[title="Abstract"]')].map(({ id }) => id),
  };
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
      "$path has a badge beside each paper of the archive and is otherwise untouched",
      ({ path, ids }) => expectTruth(stage, path, ids),
    );

    test.each(arxivPages.filter(({ kind }) => kind === "plain"))(
      "$path has no entries, so no badge",
      ({ path }) => expectTruth(stage, path, []),
    );

    test("a page that arXiv does not have gets nothing", () => expectTruth(stage, "/abs/9999.99999", []));

    test("a paper in HTML has its badge in arXiv's header, moving nothing, in the page's own theme", async () => {
      const page = await stage.visit("/html/2108.04840v1");
      for (const width of [1300, 1000, 360]) {
        await page.setViewport({ width, height: 700 });
        await page.reload();
        await settledBadgeIds(page, 1);
        const { moved, pill, free } = await page.evaluate(headerBoxes);
        expect(moved, `${width} px`).toEqual([]);
        expect(free, `${width} px: ${JSON.stringify(pill)}`).toBe(true);
      }
      const toggle = await page.$(".color-tog");
      const background = async () => {
        const host = await page.$("hot-paper");
        return host?.evaluate((each) => {
          const shape = each.shadowRoot?.querySelector(".shape");
          return shape && getComputedStyle(shape).backgroundColor;
        });
      };
      const [light, dark] = [await background(), (await toggle?.click(), await background())];
      expect([light, dark]).toEqual(["rgb(255, 247, 237)", "rgb(59, 36, 21)"]);
      await pressBadge(page, "2108.04840");
      await expect.poll(async () => (await ourLinks(page)).length).toBeGreaterThan(0);
      const panel = await ours(page, ".talk");
      const names = await panel.$$eval("b", (all) => all.map((each) => getComputedStyle(each).fontSize));
      expect(names.length).toBeGreaterThan(0);
      expect(names, "only the badge itself is shortened").not.toContain("0px");
      expect(await accessibilityProblems(page, "[data-hot-paper]")).toEqual([]);
      await page.setViewport(null);
    });

    test("a changed arXiv page is reported in the console and the options, until it is right again", async () => {
      const options = await stage.openOwn("options.html");
      const changed = () =>
        options.$$eval(".notice", (notices) => notices.map(({ textContent }) => textContent));
      stage.serve(
        "/list/cs.AI/new",
        "<main><h1>New papers</h1><ul><li>A new form of list</li></ul></main><footer></footer>",
      );
      const lines: string[] = [];
      const page = await stage.visit("/");
      page.on("console", (line) => lines.push(line.text()));
      await stage.visit("/list/cs.AI/new");
      await expect.poll(changed).toEqual([expect.stringContaining("lists of new papers.")]);
      const told = lines.filter((line) =>
        line.includes('expected "#dlpage > dl > dt" on this page (list-new)'),
      );
      expect(told).toHaveLength(1);
      await stage.visit("/list/cs.CL/new");
      await expect.poll(changed).toEqual([]);
    });

    test.runIf(name === "chromium")(
      "after MathJax has set its formulas every badge is in place, and the list goes back exactly",
      async () => {
        const path = "/list/cs.CL/new";
        const plain = arxivPages.find((page) => page.path === path)?.html ?? "";
        const mathJax = createRequire(import.meta.url).resolve("mathjax/MathJax.js");
        stage.serveScripts("https://static.arxiv.org/MathJax-2.7.3/", dirname(mathJax));
        stage.serve(path, plain.replace("</head>", `${MATHJAX}</head>`), true);
        const page = await stage.visit(path);
        await page.waitForFunction(() => document.querySelectorAll(".MathJax").length > 2);
        await page.evaluate(mathJaxDone);
        const { hosts, order, ...after } = await page.evaluate(listAfterMathJax);
        expect(after).toEqual({ formulas: true, typesetInOurs: 0 });
        expect(hosts).toEqual(badgesOf(order));
        const list = () => page.$eval("#dlpage", ({ outerHTML }) => outerHTML);
        const before = await list();
        await pressControl(page, "Hottest first");
        expect(await list()).not.toBe(before);
        await pressControl(page, "arXiv order");
        expect(await list()).toBe(before);
      },
    );

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

    test.each(["/abs/2108.04840", "/abs/1706.03762", "/list/hep-th/2012-03", "/html/2108.05036"])(
      "nothing that held back the first paint is left in %s, with a badge or without",
      async (path) => {
        const page = await stage.visit(path);
        await expect.poll(() => page.$('link[rel="expect"]')).toBeNull();
        const painted = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint"));
        await expect.poll(painted).toHaveLength(1);
      },
    );

    test("what is hidden shows, the whole paper, if a link of the page leads to it", async () => {
      const path = "/list/cs.CL/2021-08";
      const { ids = [] } = arxivPages.find((page) => page.path === path) ?? {};
      const known = badgesOf(ids);
      const hidden = ids.find((id) => !known.includes(id)) ?? "";
      const page = await stage.visit(path);
      await pressControl(page, "Hot only");
      await expect.poll(async () => (await listedIds(page)).shown).toEqual(known);
      await page.evaluate((item) => location.assign(`#item${item}`), ids.indexOf(hidden) + 1);
      const shown = ids.filter((id) => known.includes(id) || id === hidden);
      await expect.poll(async () => (await listedIds(page)).shown).toEqual(shown);
      const titles = await page.$$eval("dd .list-title", (all) =>
        all.flatMap((title, at) => (title.checkVisibility() ? at : [])),
      );
      expect(titles).toEqual(shown.map((id) => ids.indexOf(id)));
      await pressControl(page, "All");
    });

    test("a list from the back/forward cache shows what index and view have become meanwhile", async () => {
      const path = "/list/cs.CL/2021-08";
      const { ids = [], html = "" } = arxivPages.find((page) => page.path === path) ?? {};
      const known = badgesOf(ids);
      const fresh = ids.find((id) => !known.includes(id)) ?? "";
      stage.serve(path, html, true);
      const page = await stage.visit(path);
      expect(await settledBadgeIds(page, known.length)).toEqual(known);
      await page.evaluate(() => {
        addEventListener("pageshow", ({ persisted }) => Object.assign(globalThis, { persisted }));
      });
      await stage.visit("/abs/2108.04840");

      const options = await stage.openOwn("options.html");
      const content = madeDigest({ date: "2023-05-01", papers: [{ id: fresh }] });
      await ask<"importFile">(options, { type: "importFile", name: "2023-05-01.md", content });
      const other = await stage.visit("/list/cs.LG/recent", "www.arxiv.org");
      await pressControl(other, "Hot only");

      await page.bringToFront();
      // Not `goBack`, which waits for a load that such a page does not have (Firefox).
      await page.evaluate(() => setTimeout(() => history.back()));
      await expect
        .poll(() => page.evaluate(() => (globalThis as { persisted?: boolean }).persisted).catch(String))
        .toBe(true);
      const now = ids.filter((id) => known.includes(id) || id === fresh);
      await expect.poll(() => settledBadgeIds(page, now.length)).toEqual(now);
      await expect.poll(async () => (await listedIds(page)).shown).toEqual(now);
      expect(await controlWords(page)).toBe(
        `${now.length} of ${ids.length} · ${ids.length - now.length} hidden`,
      );
      await pressControl(page, "All");
      expect(await listedIds(page)).toEqual({ all: ids, shown: ids });
    });
  });
});
