/** (g): bytes of what loads when each part starts. */
import type { BrowserName } from "../e2e/harness/browsers.ts";
import { builds } from "../e2e/harness/driver.ts";
import { measureBuild } from "../sizes/measure.ts";
import type { Result } from "./table.ts";

export function bundleSizes(name: BrowserName): Result[] {
  return measureBuild(builds[name]).map(({ part, bytes, budget }) => ({
    letter: "g",
    what: `${part}: all that loads at its start, KB gzipped`,
    text: (bytes / 1000).toFixed(1),
    target: `≤ ${budget / 1000}`,
    reached: bytes <= budget,
  }));
}
