/** Deque's checks of accessibility. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Scope {
  /** The part of the page that is looked at. */
  selector?: string;
  /** Rules that do not hold there. */
  except?: readonly string[];
}

/** What is wrong on a page or in a part of it: `rule: element`. */
export async function accessibilityProblems(
  page: Page,
  { selector = "html", except = [] }: Scope = {},
): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(
    async (include, off) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await axe.run(include, { rules });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    selector,
    except,
  );
}
