/** The archive's own 294 files if they are at hand, otherwise as many of our own making. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { daysBefore, madeDigest } from "./made-digest.ts";
import { markdownOf } from "./made-feeds.ts";

const SHARED = resolve("../shared/digests");

/** Whether they are the real ones. */
export const isRealArchive = existsSync(SHARED);

/** Markdown by day. */
export function archiveMarkdown(): Record<string, string> {
  if (!isRealArchive)
    return markdownOf(daysBefore("2022-01-13", 294).map((date) => madeDigest(date, { papers: 11 })));
  return Object.fromEntries(
    readdirSync(SHARED)
      .filter((name) => name.endsWith(".md"))
      .map((name) => [name.slice(0, 10), readFileSync(`${SHARED}/${name}`, "utf8")]),
  );
}
