/** Badges on arXiv's next abstract page, on one of a layout that we do not know, and on dark pages of every kind. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { arxivPages } from "../arxiv-host/arxiv.ts";
import { accessibilityProblems } from "./axe.ts";
import { pressBadge, settledBadgeIds } from "./badges.ts";
import { ours } from "./closed-roots.ts";
import { browserNames } from "./harness/browsers.ts";
import { layoutShifts } from "./layout-shift.ts";
import { openControl } from "./list-control.ts";
import { ourLinks } from "./page-content.ts";
import { useStage } from "./stage.ts";

const SEED = "2108.04840";
const NEXT = `/abs/${SEED}?layout=next`;
const LIST = "/list/cs.CL/2021-08";
const htmlOf = (path: string) => arxivPages.find((page) => page.path === path)?.html ?? "";

/** Grounds of the badge's frame in both themes, of hot papers and of others. */
const GROUNDS: Record<string, string> = {
  "rgb(255, 247, 237)": "light",
  "rgb(255, 255, 255)": "light",
  "rgb(59, 36, 21)": "dark",
  "rgb(44, 40, 37)": "dark",
};

/** The theme of the first badge, in which it is once it has been painted. */
async function themeOf(page: Page): Promise<string> {
  await page.waitForSelector("hot-paper");
  const ground = await page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    const shape = document.querySelector("hot-paper")?.shadowRoot?.querySelector(".shape");
    return shape ? getComputedStyle(shape).backgroundColor : "none";
  });
  return GROUNDS[ground] ?? ground;
}

/** The least contrast of the words of badges against what is right behind them. */
const leastContrast = (page: Page) =>
  page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string) => {
      const [a, b] = [luminance(one), luminance(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const shapes = [...document.querySelectorAll("hot-paper")].flatMap(
      ({ shadowRoot }) => shadowRoot?.querySelector(".shape") ?? [],
    );
    const words: number[] = [];
    for (const shape of shapes) {
      const { backgroundColor } = getComputedStyle(shape);
      for (const part of [shape, ...shape.querySelectorAll("*")])
        if (part.checkVisibility()) words.push(contrast(getComputedStyle(part).color, backgroundColor));
    }
    return { badges: shapes.length, words: Math.min(...words) };
  });

/** Where the badge is among arXiv's text, and the words that it covers. */
const placeOf = (page: Page) =>
  page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const shape = document.querySelector("hot-paper")?.shadowRoot?.querySelector(".shape");
    const [badge, authors, body] = [
      shape?.getBoundingClientRect(),
      box(".abs-authors-list"),
      box(".abs-body"),
    ];
    if (!badge || !authors || !body) throw new Error("no badge, or not the next page");
    const range = document.createRange();
    const covered: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.nodeValue?.trim() === "" || !node.parentElement?.checkVisibility()) continue;
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (left < badge.right && right > badge.left && top < badge.bottom && bottom > badge.top)
          covered.push(node.nodeValue ?? "");
    }
    return {
      left: Math.round(badge.left - authors.left),
      above: Math.round(badge.top - authors.bottom),
      below: Math.round(body.top - badge.bottom),
      covered,
      wider: document.documentElement.scrollWidth > innerWidth,
    };
  });

/** A badge comes late or in time as the machine is busy: here it is as if it had come so. */
const setLate = (page: Page, isLate: boolean) =>
  page.$eval("hot-paper", (host, late) => host.toggleAttribute("data-late", late), isLate);

/** Where all of arXiv's elements are. */
const rectangles = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll(":not(hot-paper)")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${[x, y, width, height].map((each) => each.toFixed(2)).join(" ")}`;
    }),
  );

describe.each(browserNames)("%s", (name) => {
  describe.each([
    ["light", false],
    ["dark", true],
  ] as const)("in a %s system", (system, dark) => {
    const stage = useStage(name, { dark });

    let tab: Page | undefined;
    const open = async (path: string, width = 1280) => {
      tab ??= await stage.visit("/");
      await tab.setViewport({ width, height: 800 }); // and it stays so for the tab's next pages
      const page = await stage.visit(path);
      await settledBadgeIds(page, 1);
      return page;
    };

    describe.each([
      [`${NEXT}&theme=light`, "light"],
      [`${NEXT}&theme=dark`, "dark"],
      [NEXT, system],
    ])("%s", (path, theme) => {
      test.each([1280, 800, 360])(
        "%i px wide the badge has a line of its own between authors and abstract",
        async (width) => {
          const page = await open(path, width);
          expect(await themeOf(page)).toBe(theme);
          expect(name === "chromium" ? await layoutShifts(page) : []).toEqual([]);
          await setLate(page, false);
          const { above, below, ...place } = await placeOf(page);
          expect(place).toEqual({ left: 0, covered: [], wider: false });
          expect(
            [above, below].every((gap) => gap >= 8 && gap <= 32),
            `${above} and ${below} px`,
          ).toBe(true);
          expect(above, "nearer to what it belongs to").toBeLessThan(below);
        },
      );

      test("it can be read, and so can its conversation", async () => {
        const page = await open(path);
        const { badges, words } = await leastContrast(page);
        expect(badges).toBe(1);
        expect(words).toBeGreaterThanOrEqual(4.5);
        await pressBadge(page, SEED);
        await expect.poll(async () => (await ourLinks(page)).length).toBeGreaterThan(0);
        const panel = await ours(page, ".talk");
        expect(await panel.evaluate((each) => each.classList.contains("dark"))).toBe(theme === "dark");
        expect(await accessibilityProblems(page, "[data-hot-paper]")).toEqual([]);
      });
    });

    test("a badge that comes late has the gap below the authors, and moves nothing", async () => {
      for (const width of [1280, 360]) {
        const page = await open(`${NEXT}&theme=dark`, width);
        await setLate(page, true);
        const { covered, above, below } = await placeOf(page);
        expect(covered).toEqual([]);
        expect([above >= 0, below >= 0], `${width} px: ${above} and ${below} px`).toEqual([true, true]);
        const withBadge = await rectangles(page);
        await page.$eval("hot-paper", (host) => host.remove());
        expect(await rectangles(page)).toEqual(withBadge);
      }
    });

    test("a page that we do not know has a pill after its first authors, which moves nothing", async () => {
      const path = `/abs/${SEED}?layout=unknown`;
      const html = htmlOf(`${NEXT}&theme=light`).replaceAll(/abs-page|abs-authors(?:-list)?/gu, "unknown");
      stage.serve(path, html, true);
      const page = await open(path);
      expect(await themeOf(page)).toBe("light");
      const seen = await page.$eval("hot-paper", (host) => ({
        look: host.getAttribute("data-look"),
        behind: host.previousElementSibling?.querySelector("a")?.textContent,
        in: host.parentElement?.localName,
      }));
      expect(seen).toEqual({ look: "pill", behind: "Andreas Madsen", in: "div" });
      const withBadge = await rectangles(page);
      await page.$eval("hot-paper", (host) => host.remove());
      expect(await rectangles(page)).toEqual(withBadge);
    });

    test("a page that changes its theme, or its background, takes its badges with it", async () => {
      const page = await open(`${NEXT}&theme=light`);
      const setTheme = (theme: string) =>
        page.evaluate((value) => document.documentElement.setAttribute("data-theme", value), theme);
      const themes = [await themeOf(page)];
      await setTheme("dark");
      themes.push(await themeOf(page));
      await setTheme("light");
      themes.push(await themeOf(page));
      await page.evaluate(() => {
        document.documentElement.removeAttribute("data-theme");
        document.body.style.background = "#222";
        document.documentElement.className = "night";
      });
      themes.push(await themeOf(page));
      expect(themes).toEqual(["light", "dark", "light", "dark"]);
    });

    test("today's pages, which are light, have light badges in every system", async () => {
      for (const path of [`/abs/${SEED}`, LIST]) expect(await themeOf(await stage.visit(path))).toBe("light");
    });

    test("a list on a dark ground has dark badges, and so are the control above it and its menu", async () => {
      const path = `${LIST}?skip=0&show=100`;
      const style = "<style>body { background: #1c1a17 !important; color: #f0eeec !important }</style>";
      stage.serve(path, htmlOf(LIST).replace("</head>", `${style}</head>`), true);
      const page = await stage.visit(path);
      await settledBadgeIds(page, 5);
      expect(await themeOf(page)).toBe("dark");
      const { badges, words } = await leastContrast(page);
      expect(badges).toBe(5);
      expect(words).toBeGreaterThanOrEqual(4.5);
      await openControl(page);
      expect(await accessibilityProblems(page, "hot-paper-list")).toEqual([]);
      const menu = await ours(page, ".bar");
      expect(await menu.evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe("rgb(44, 40, 37)");
    });
  });
});
