import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { loadedFiles } from "./loaded-files.ts";
import { budgets, measure, measureBuild } from "./measure.ts";

const build: Record<string, string> = {
  "manifest.json": JSON.stringify({
    content_scripts: [
      { js: ["content-scripts/arxiv.js"], css: ["content-scripts/arxiv.css"], run_at: "document_start" },
      { js: ["content-scripts/later.js"], run_at: "document_idle" },
      { js: ["content-scripts/paper-dot.js"], run_at: "document_idle" },
    ],
    background: { service_worker: "background.js" },
  }),
  "content-scripts/arxiv.js": "badges()",
  "content-scripts/arxiv.css": "hot-paper{}",
  "content-scripts/later.js": "keys()",
  "content-scripts/paper-dot.js": "dot()",
  "follows.js": "marks()",
  "assets/follow-marks.css": "hot-paper-follows{}",
  "background.js": 'import{a}from"./chunks/a.js";import("./chunks/later.js")',
  "popup.html":
    '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="stylesheet" href="/assets/popup.css">',
  "welcome.html": '<script type="module" src="./chunks/popup.js"></script>',
  "archive.html": '<script type="module" src="./chunks/popup.js"></script>',
  "options.html": '<script type="module" src="./chunks/popup.js"></script>',
  "chunks/popup.js": 'import"./a.js";export*from"./a.js"',
  "chunks/a.js": "export const a=1",
  "chunks/later.js": "",
  "assets/popup.css": "p{}",
};
const read = (path: string) => build[path];

test("follows static imports and a page's files, each once, and leaves what loads on first use", () => {
  expect(loadedFiles(read, "popup.html")).toEqual([
    "popup.html",
    "chunks/popup.js",
    "chunks/a.js",
    "assets/popup.css",
  ]);
  expect(loadedFiles(read, "background.js")).toEqual(["background.js", "chunks/a.js"]);
});

test("scripts that a page reads after its picture count as well: it has nothing else to show", () => {
  const files: Record<string, string> = {
    "a.html":
      '<link href="/all.css" rel="stylesheet"><script src="/first.js" data-scripts="/b.js /c.js"></script>',
    "b.js": 'import"./d.js"',
  };
  const loaded = ["a.html", "all.css", "first.js", "b.js", "d.js", "c.js"];
  expect(loadedFiles((path) => files[path] ?? "", "a.html")).toEqual(loaded);
});

test("a file that is not there is an error, not nothing", () => {
  expect(() =>
    loadedFiles((path) => (path === "a.html" ? '<script src="b.js">' : undefined), "a.html"),
  ).toThrow("b.js");
  expect(() => measure((path) => (path === "manifest.json" ? "{}" : build[path]))).toThrow("content script");
});

test("sums the gzipped bytes of all files of a part", () => {
  const [contentScript] = measure(read);
  const bytes = ["badges()", "hot-paper{}"].map((text) => gzipSync(text, { level: 9 }).length);
  expect(contentScript?.bytes).toBe(bytes.reduce((sum, each) => sum + each));
});

describe.each([".output/chrome-mv3", ".output/firefox-mv3"])("%s", (folder) => {
  test.each(measureBuild(folder))(
    "what loads with the $part stays within $budget bytes",
    ({ part, bytes }) => {
      expect(bytes).toBeGreaterThan(100);
      expect(bytes).toBeLessThanOrEqual(budgets[part]);
    },
  );
});
