/** Which files of a build a browser loads when one of its parts starts. */
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Reads a file of a build by its path in it; undefined if there is none. */
export type ReadFile = (path: string) => string | undefined;

/** Reads the files of a build folder. */
export const folderReader =
  (folder: string): ReadFile =>
  (path) => {
    const file = posix.join(folder, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };

/** `import"./a.js"`, `import{b}from"./b.js"`, `export*from"./c.js"`, but not `import("./later.js")`, which loads on first use. */
const STATIC_IMPORT = /\b(?:import|from)\s*["']([^"']+)["']/gu;
const CSS_IMPORT = /@import\s+(?:url\()?["']?([^"')]+)["']?/gu;
/** Scripts, style sheets and module preloads of a page, and the scripts that it names for when its picture has been painted; no sheet that is switched off. */
const PAGE_FILE =
  /(?<=<(?:script|link)\b[^>]*?\b(?:src|href|data-scripts)="(?:[^"]* )?)[^" ]+\.(?:js|css)(?=[" ])(?!" disabled)/gu;

const patternOf = (path: string) => {
  if (path.endsWith(".html")) return PAGE_FILE;
  return path.endsWith(".css") ? CSS_IMPORT : STATIC_IMPORT;
};

/** A page, script or style sheet with all that it loads at once, each path once. A file that is missing is an error. */
export function loadedFiles(read: ReadFile, ...entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const add = (path: string) => {
    if (seen.has(path)) return;
    const content = read(path);
    if (content === undefined) throw new Error(`${path} is not in the build`);
    seen.add(path);
    for (const [whole, found = whole] of content.matchAll(patternOf(path)))
      add(found.startsWith("/") ? found.slice(1) : posix.join(posix.dirname(path), found));
  };
  for (const entry of entries) add(entry);
  return [...seen];
}
