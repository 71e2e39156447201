/** What was asked of the internet, and who asked. */
import type { BrowserName } from "./harness/browsers.ts";
import type { World } from "./harness/world.ts";

/**
 * Hosts that the browsers themselves call, extension or not. Each list holds for its own browser only, so that an
 * extension that called one of them would be seen in the other.
 */
const browsersOwn: Record<BrowserName, RegExp> = {
  chromium: /(^|\.)(google\.com|googleapis\.com|gvt1\.com|microsoft\.com)$/u,
  firefox: /(^|\.)(mozilla\.com|mozilla\.org|mozilla\.net|firefox\.com)$/u,
};

/** Every request that neither the browser makes by itself nor a page of these (addresses without query). */
export function strangeRequests(name: BrowserName, world: World, expected: ReadonlySet<string>): string[] {
  return [
    ...world.hits.filter(({ origin, pathname }) => !expected.has(origin + pathname)).map(String),
    ...world.refused.filter((host) => !browsersOwn[name].test(host)),
  ];
}
