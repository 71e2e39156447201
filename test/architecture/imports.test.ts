import { describe, expect, test } from "vitest";
import { broken, type Import } from "./import-rules.ts";
import { importsOf, sourceFiles } from "./source-files.ts";

const sources = sourceFiles(["lib", "components", "entrypoints"], /\.tsx?$/u);
const imports = sources.flatMap(importsOf);

test("every import of the extension goes from places to rules and from effects to pure code", () => {
  expect(imports.length).toBeGreaterThan(5);
  expect(imports.map(broken).filter((reason) => reason !== undefined)).toEqual([]);
});

test("files that run in Node as they are import with file extensions", () => {
  const inNode = imports.filter(
    ({ from, ours }) => ours && /^lib\/(?:paper|digest|net|hot-list|feeds|live|cli)\//u.test(from),
  );
  expect(inNode.filter(({ to }) => !to.endsWith(".ts"))).toEqual([]);
});

test("no import goes round, not even one of types: each file can be read before those that use it", () => {
  const waiting = new Map(sources.map(({ path }) => [path, new Set<string>()]));
  for (const { from, to } of imports) if (waiting.has(to)) waiting.get(from)?.add(to);
  // Again and again, files that import none of those left are taken out: what stays goes round, or needs what does.
  for (let before = Infinity; waiting.size < before;) {
    before = waiting.size;
    for (const [path, needed] of waiting)
      if ([...needed].every((each) => !waiting.has(each))) waiting.delete(path);
  }
  expect([...waiting.keys()]).toEqual([]);
});

describe("the rules refuse what they are there for", () => {
  const from = (path: string, to: string, more: Partial<Import> = {}): Import => ({
    from: path,
    to,
    ours: true,
    typeOnly: false,
    ...more,
  });

  test.each([
    ["the page asking the index itself", from("lib/arxiv/badge/badge.ts", "lib/index/lookup.ts")],
    ["the page sending messages itself", from("lib/arxiv/badge/badge.ts", "lib/messages/ask.ts")],
    ["the page with Preact", from("lib/arxiv/badge/badge.ts", "preact", { ours: false })],
    ["a rule about papers that knows digests", from("lib/paper/links.ts", "lib/digest/digest.ts")],
    ["a digest that knows the browser", from("lib/digest/pack.ts", "lib/browser.ts")],
    ["the extension API past its one door", from("lib/background/alarms.ts", "wxt/browser", { ours: false })],
    ["a reader of feeds that knows the browser", from("lib/feeds/read/xml-feed.ts", "lib/browser.ts")],
    ["a live source that asks the database", from("lib/live/sources/hackernews.ts", "lib/index/read.ts")],
    ["a builder of digests with settings", from("lib/live/build/ask-day.ts", "lib/settings/settings.ts")],
    ["the command line with the background's part", from("lib/cli/build.ts", "lib/live/live-past.ts")],
    ["a component that knows the extension API", from("components/parts/Menu.tsx", "lib/browser.ts")],
    ["a component that asks the database", from("components/HotList.tsx", "lib/index/read.ts")],
    ["a component that imports more than types", from("components/HotList.tsx", "lib/settings/settings.ts")],
    ["anybody who imports an entry point", from("lib/background/serve.ts", "entrypoints/background.ts")],
    ["a place that nobody has heard of", from("lib/utils/misc.ts", "lib/paper/links.ts")],
  ])("%s", (_, bad) => {
    expect(broken(bad)).toBeTypeOf("string");
  });

  test("but lets types through if only types are allowed", () => {
    expect(
      broken(from("lib/arxiv/badge/badge.ts", "lib/messages/messages.ts", { typeOnly: true })),
    ).toBeUndefined();
  });
});

test("finds every form of import, and none in comments", () => {
  const text = `
    import a from "./a.ts"; import { type B } from "./b.ts"; import { type C, d } from "../paper/c.ts";
    import type { E } from "./e.ts"; export { f } from "./f.ts"; import "./g.css";
    // import h from "./h.ts"
    /* import i from "./i.ts" */
    const j = await import("./j.ts"); type K = typeof import("pack/k");
  `;
  const found = importsOf({ path: "lib/digest/x.ts", text });
  expect(found.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
    ["lib/digest/a.ts", false],
    ["lib/digest/b.ts", true],
    ["lib/paper/c.ts", false],
    ["lib/digest/e.ts", true],
    ["lib/digest/f.ts", false],
    ["lib/digest/g.css", false],
    ["lib/digest/j.ts", false],
    ["pack/k", true],
  ]);
});
