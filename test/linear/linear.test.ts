import { describe, expect, test } from "vitest";
import { expressionsIn } from "./expressions.ts";
import { whyNotLinear } from "./judge.ts";

const inFile = (text: string) => expressionsIn([{ path: "lib/a.tsx", text }]);

describe("every expression of a file is found", () => {
  test("with its place, once for all places, also in TypeScript and beside elements", () => {
    const text =
      "const a: RegExp = /x+/u;\nexport const B = () => <p>{/x+/u.test('/no/')}</p>; // /not me/\n";
    expect(inFile(text)).toEqual({
      expressions: [{ source: "x+", flags: "u", places: ["lib/a.tsx:1", "lib/a.tsx:2"] }],
      unread: [],
    });
  });

  test("one that is made of texts that are written out", () => {
    const text =
      'const T = { x: 1, "é": 2 }; new RegExp([String.raw`\\s+`, "b"].join("|"), "gu"); RegExp("c");' +
      'new RegExp(`[${Object.keys(T).join("")}]`);';
    expect(inFile(text).expressions.map(({ source, flags }) => [source, flags])).toEqual([
      [String.raw`\s+|b`, "gu"],
      ["c", ""],
      ["[xé]", ""],
    ]);
  });

  test("one that cannot be told beforehand is named", () => {
    expect(inFile("const a = 'x';\nnew RegExp(`${a}+`);")).toEqual({
      expressions: [],
      unread: ["lib/a.tsx:2"],
    });
  });
});

describe("an expression that can take longer than its text is found out", () => {
  test.each([
    ["nested lazy repeats", String.raw`^\s*(?:<!--[\s\S]*?-->\s*)*<html`, "iu"],
    ["blanks at the end", String.raw`\s+$`, "u"],
    ["blanks around a line break", String.raw`\s*\n\s*`, "gu"],
    ["a look ahead from every comma", String.raw`,(?![^(]*\))`, ""],
    ["two repeats that share a character", String.raw`^(\S+?),(\S+)$`, ""],
  ])("%s", (_, source, flags) => {
    expect(whyNotLinear(source, flags)).toMatch(/polynomial|exponential|degree/u);
  });

  test.each([
    [String.raw`\s+`, "gu"],
    [String.raw`^- \[([^\s[\]()]+)\]\(`, ""],
  ])("a linear one is not: /%s/", (source, flags) => {
    expect(whyNotLinear(source, flags)).toBeUndefined();
  });
});
