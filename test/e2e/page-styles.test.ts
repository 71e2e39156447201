/** Badges on pages whose styles others change: a page that runs from right to left, and extensions that make pages dark. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { settledBadgeIds } from "./badges.ts";
import { browserNames } from "./harness/browsers.ts";
import { useStage } from "./stage.ts";

const LIST = "/list/cs.CL/2021-08";

/** Where parts of a page's first pill are, from the left, and how wide its shape is. */
const firstPill = (page: Page) =>
  page.$eval("[data-hot-paper]", (host) => {
    const left = (what: string) =>
      host.shadowRoot?.querySelector(what)?.getBoundingClientRect().left ?? Number.NaN;
    const { width } = host.shadowRoot?.querySelector(".shape")?.getBoundingClientRect() ?? { width: 0 };
    return { inOrder: left(".shape") < left(".rank") && left(".rank") < left(".figures"), width };
  });

/**
 * Does to the badges' open shadow roots what Dark Reader's dynamic mode does: for every rule that sets a colour or a background it adds
 * one with a dark one, after all others (darkreader.org, `src/inject/dynamic-theme`).
 *
 * @returns the least contrast of a pill's words against what is behind them
 */
const darkened = (page: Page) =>
  page.evaluate(() => {
    const dark = (rules: CSSRuleList): string =>
      [...rules]
        .map((rule) => {
          if (!(rule instanceof CSSStyleRule)) return "";
          const { color, background, backgroundColor } = rule.style;
          const text = color && "color: #e8e6e3 !important;";
          const ground = (background || backgroundColor) && "background-color: #181a1b !important;";
          return text || ground ? `${rule.selectorText} { ${text} ${ground} }` : "";
        })
        .join("\n");
    const hosts = [...document.querySelectorAll("[data-hot-paper]")];
    document.body.style.cssText = "background: #181a1b; color: #e8e6e3";
    for (const { shadowRoot } of hosts) {
      if (!shadowRoot) continue;
      const own = [...shadowRoot.adoptedStyleSheets, ...shadowRoot.styleSheets];
      const style = document.createElement("style");
      style.textContent = own.map(({ cssRules }) => dark(cssRules)).join("\n");
      shadowRoot.append(style);
    }

    const channels = (color: string) => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      const parent = element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
      return channels(backgroundColor)[3] === 0 && parent ? ground(parent) : backgroundColor;
    };
    const contrasts = hosts.flatMap((host) =>
      [...(host.shadowRoot?.querySelectorAll(".rank, .figures") ?? [])].map((part) => {
        const [a = 0, b = 0] = [getComputedStyle(part).color, ground(part)].map(luminance);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      }),
    );
    return { parts: contrasts.length, least: Math.min(...contrasts) };
  });

describe.each(browserNames)("%s", (name) => {
  const stage = useStage(name);

  test("a page from right to left does not turn the pill", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    const before = await firstPill(page);
    expect(before.inOrder).toBe(true);
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    expect(await firstPill(page)).toEqual(before);
  });

  test("an extension that makes pages dark leaves a pill's words readable", async () => {
    const page = await stage.visit(LIST);
    await settledBadgeIds(page, 5);
    const { parts, least } = await darkened(page);
    expect(parts).toBeGreaterThanOrEqual(10);
    expect(least).toBeGreaterThanOrEqual(4.5);
  });
});
