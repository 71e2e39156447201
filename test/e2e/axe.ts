/** Deque's checks of accessibility. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { openClosedRoots } from "./closed-roots.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Those about colors that Deque has on by itself: the category has stricter ones too, which WCAG's level AA does not ask for. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What is wrong on a page or in a part of it: `rule: element`.
 *
 * @param colors only rules about colors, for a page that was looked at in the other theme already
 */
export async function accessibilityProblems(page: Page, part = "html", colors = false): Promise<string[]> {
  await openClosedRoots(page);
  await page.evaluate(source);
  return page.evaluate(
    async (include, rules) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(include, rules);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    part,
    colors ? { runOnly: COLOR_RULES } : {},
  );
}
