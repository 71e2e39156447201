/**
 * `npm run bench`: what badges cost, in both browsers, against a plain extension in the same run; prints the table of docs/performance.md.
 * `--quick` takes few loads and no index of a million; `--only chromium` or `--only firefox` takes one browser, and
 * `--part badges`, `--part thread`, `--part index`, `--part reader`, `--part import` or `--part collect` one part
 * of it. The last one is of the command line, and needs no browser.
 */
import { parseArgs } from "node:util";
import { type BrowserName, browserNames } from "../e2e/harness/browsers.ts";
import { openActors } from "./actors.ts";
import { badgeTimes } from "./badge-times.ts";
import { bundleSizes } from "./bundle-sizes.ts";
import { collectDay } from "./collect-day.ts";
import { importTime } from "./import-time.ts";
import { indexSizes } from "./index-size.ts";
import { mainThread } from "./main-thread.ts";
import { readerTimes } from "./reader-times.ts";
import { type Result, table } from "./table.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, part: { type: "string" } },
});
const quick = values.quick === true;
const wants = (part: string) => values.part === undefined || values.part === part;

/** All that is measured in one browser, and its name with version. */
async function measureIn(name: BrowserName): Promise<[string, Result[]]> {
  const results: Result[] = [];
  const actors = await openActors(name);
  const { version } = actors.ours.driver;
  try {
    if (wants("badges")) {
      const times = quick ? { awake: 5, stopped: 3 } : { awake: 20, stopped: 10 };
      results.push(...(await badgeTimes(actors, times)));
    }
    if (wants("thread") && name === "chromium") results.push(...(await mainThread(actors, quick ? 7 : 21)));
  } finally {
    await actors.close();
  }
  if (wants("index")) {
    const sizes = quick
      ? { medium: 20_000, large: 100_000, rounds: 3 }
      : { medium: 100_000, large: 1_000_000, rounds: 7 };
    results.push(...(await indexSizes(name, sizes)));
  }
  if (wants("reader")) results.push(...(await readerTimes(name, quick ? 5 : 15)));
  if (wants("import")) results.push(...(await importTime(name)));
  results.push(...bundleSizes(name));
  return [version, results];
}

if (wants("collect")) console.log(await collectDay(quick ? 360_000 : 3_600_000));
const columns = new Map<string, Result[]>();
for (const name of browserNames) {
  if (values.part === "collect") break;
  if (values.only !== undefined && values.only !== name) continue;
  const [version, results] = await measureIn(name);
  columns.set(
    version.replace(/^(.)(.*)\//u, (_, first: string, rest: string) => `${first.toUpperCase()}${rest} `),
    results,
  );
}
if (columns.size > 0) console.log(`\n${table(columns)}\n`);
