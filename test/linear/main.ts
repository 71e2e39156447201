/**
 * `npm run linear`: every regular expression of the extension and of the command line, because nearly all of them look at text
 * that strangers wrote. Fails if one of them may take more time than its text is long. With `--list` prints them all.
 *
 * What was found is kept beside the builds, so that only new expressions take time (all together a minute).
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { sourceFiles } from "../architecture/source-files.ts";
import { BOUNDED } from "./bounded.ts";
import { expressionsIn } from "./expressions.ts";
import { whyNotLinear } from "./judge.ts";

const KEPT = ".output/linear.json";

function readKept(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(KEPT, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

const { expressions, unread } = expressionsIn(sourceFiles(["lib", "components", "entrypoints"], /\.tsx?$/u));
const before = readKept();
const kept: Record<string, string> = {};
let failed = unread.length;
for (const { source, flags, places } of expressions) {
  const key = `/${source}/${flags}`;
  const bound = BOUNDED.find((each) => each.source === source)?.bound;
  kept[key] = before[key] ?? (bound === undefined ? (whyNotLinear(source, flags) ?? "") : "");
  if (kept[key] !== "") failed += 1;
  const verdict = kept[key] || (bound === undefined ? "linear" : `bounded: ${bound}`);
  if (kept[key] !== "" || process.argv.includes("--list"))
    console.log(`${places.join(", ")}\n  ${key}\n  ${verdict}`);
}
for (const place of unread) console.log(`${place}\n  is put together while it runs: write it out`);
for (const { source } of BOUNDED)
  if (!expressions.some((each) => each.source === source)) {
    failed += 1;
    console.log(`test/linear/bounded.ts\n  ${source}\n  stands nowhere any more: take it out`);
  }
mkdirSync(".output", { recursive: true });
writeFileSync(KEPT, JSON.stringify(kept, null, 1));
console.log(`${expressions.length} expressions, ${failed} not linear`);
process.exitCode = failed > 0 ? 1 : 0;
