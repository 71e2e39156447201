import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
].map((path) => ({ path, text: readFileSync(path, "utf8") }));
const sources = sourceFiles(["lib", "components", "entrypoints"]);

/** `lib/index`, `test/e2e/stage.ts`: folders and files of ours, from the root. */
const FROM_ROOT = /(?<![\w./-])(?:lib|components|entrypoints|test|docs|assets)\/[\w/-]*(?:\.[a-z]+)*/gu;

test("paths from the root in documents and comments exist", () => {
  const missing = [...documents, ...sources].flatMap(({ path, text }) =>
    [...text.matchAll(FROM_ROOT)]
      .map(([named]) => named)
      .filter((named) => !existsSync(named))
      .map((named) => `${path}: ${named}`),
  );
  expect(missing).toEqual([]);
  expect("see `lib/worker/queue.ts`").toMatch(new RegExp(FROM_ROOT, "u"));
});

test("links from documents into this repository lead to files that exist", () => {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^()#:\s]+)(?:#[^()]*)?\)/gu)].map(([, link = ""]) => ({ path, link })),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(({ path, link }) => !existsSync(join(dirname(path), link)))).toEqual([]);
});

test("every npm script that documents name exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const named = documents.flatMap(({ text }) =>
    [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/gu)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("the README stays short enough to be read to its end", () => {
  const readme = documents.find(({ path }) => path === "README.md");
  expect(readme?.text.trimEnd().split("\n").length).toBeLessThanOrEqual(130);
});
