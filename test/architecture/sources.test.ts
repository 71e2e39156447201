import { expect, test } from "vitest";
import { sourceFiles, withoutComments } from "./source-files.ts";

const shipped = sourceFiles(["lib", "components", "entrypoints"]);
const everything = [...shipped, ...sourceFiles(["test"])];

/** `path:line` of every line that matches. */
const lines = (files: typeof shipped, pattern: RegExp, code = true) =>
  files.flatMap(({ path, text }) =>
    (code ? withoutComments(text) : text)
      .split("\n")
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );

test("no text ever becomes markup: what comes from outside stays text", () => {
  const markup =
    /\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\bDOMParser\b/u;
  expect(lines(shipped, markup)).toEqual([]);
});

test("no code is made from text", () => {
  expect(lines(shipped, /\beval\(|new Function\(/u)).toEqual([]);
});

test("nothing is left for later", () => {
  expect(lines(everything, /\b(?:TO[D]O|FI[X]ME|X[X]X)\b/u, false)).toEqual([]);
});

test("no test is skipped, and none runs alone", () => {
  const tests = everything.filter(
    ({ path }) => /\.test\.tsx?$/u.test(path) && !path.startsWith("test/architecture/"),
  );
  expect(lines(tests, /\b(?:test|describe|it)\.(?:only|todo)\b/u)).toEqual([]);
});

test("a class that MathJax would typeset is not used", () => {
  expect(lines(shipped, /class(?:Name)?\s*[=:]\s*["'`]mathjax|classList\.add\(["'`]mathjax/u)).toEqual([]);
});

test("an entry point wires parts and decides nothing: at most 60 lines", () => {
  const entryPoints = shipped.filter(({ path }) => path.startsWith("entrypoints/") && /\.tsx?$/u.test(path));
  const long = entryPoints.filter(({ text }) => text.trimEnd().split("\n").length > 60);
  expect(entryPoints.length).toBeGreaterThan(5);
  expect(long.map(({ path }) => path)).toEqual([]);
});
