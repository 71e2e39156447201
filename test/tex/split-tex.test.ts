import { describe, expect, test } from "vitest";
import { type Piece, splitTex } from "../../lib/tex/split-tex.ts";

/** Formulas as `<source>`, display ones doubled; the rest as it is. */
const inShort = (text: string) =>
  splitTex(text)
    .map((piece) => {
      if (piece.kind === "formula") return piece.display ? `<<${piece.source}>>` : `<${piece.source}>`;
      return { text: piece.text, emphasis: `*${piece.text}*`, strong: `**${piece.text}**` }[piece.kind];
    })
    .join("");

describe("formulas", () => {
  test.each([
    ["in $O(n^2)$ time", "in <O(n^2)> time"],
    ["$a$ and $b$", "<a> and <b>"],
    ["$a < b$", "<a < b>"],
    ["a \\(x\\) and \\[y\\] and $$z$$", "a <x> and <<y>> and <<z>>"],
    ["256$\\times$256 pixels", "256<\\times>256 pixels"],
    ["1$\\times$$-$2$\\times$ faster", "1<\\times><->2<\\times> faster"],
    ["$\\$5$ each", "<\\$5> each"],
    ["over\ntwo $x\n+ y$ lines", "over\ntwo <x\n+ y> lines"],
  ])("%j", (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });

  test.each([
    ["a lone dollar", "only $410 in materials"],
    ["two sums", "from $5 to $10"],
    ["sums far from one another", "costs $4-5 million compute hours, another $6 later"],
    ["a blank line between", "$a\n\nb$"],
    ["escaped dollars", "\\(".slice(1) + "5 and 6"],
  ])("but %s are none", (_, text) => {
    expect(splitTex(text).every(({ kind }) => kind === "text")).toBe(true);
    expect(inShort(text)).toBe(text);
  });

  test("a sum before a formula does not swallow it", () => {
    expect(inShort("pay $5 and some more for $n$ of them")).toBe("pay $5 and some more for <n> of them");
  });

  test("the source is kept with its delimiters, to be shown where it can't be rendered", () => {
    expect(splitTex("$x$")[0]).toMatchObject({ whole: "$x$", source: "x" });
    expect(splitTex("\\[x\\]")[0]).toMatchObject({ whole: "\\[x\\]", source: "x" });
  });
});

describe("running text", () => {
  test.each([
    ["we \\emph{learn} to \\textbf{S}ample {\\em it}", "we *learn* to **S**ample *it*"],
    ["\\textsc{OrbNet} at \\url{https://a.example/b_c}", "OrbNet at https://a.example/b_c"],
    ["up to 5\\%, R\\&D, a\\_b, \\$5", "up to 5%, R&D, a_b, $5"],
    ['Schr\\"odinger', "Schrödinger"],
    ["Theorem~3 of Bach~(2020)", "Theorem\u00a03 of Bach\u00a0(2020)"],
    ["about ~63% and a path /~ada/", "about ~63% and a path /~ada/"],
    ["see \\cite{he2020} and {non-uniform} \\proj", "see \\cite{he2020} and {non-uniform} \\proj"],
    ["\\emph{with $x$ in it}", "\\emph{with <x> in it}"],
  ])("%j", (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });

  test("without TeX is one piece", () => {
    expect(splitTex("Costs 5 < 6 & more")).toEqual([{ kind: "text", text: "Costs 5 < 6 & more" }]);
  });
});

describe("what is too long, or made to take long", () => {
  test("a formula of thousands of characters stays text", () => {
    expect(splitTex(`$${"x".repeat(2001)}$`).every(({ kind }) => kind === "text")).toBe(true);
  });

  test.each([
    ["dollars", "$ ".repeat(10_000)],
    ["sums", "$5".repeat(10_000)],
    ["open brackets", "\\(".repeat(10_000)],
    ["open square brackets", "\\[".repeat(10_000)],
    ["double dollars", "$$x".repeat(6000)],
    ["open commands", "\\emph{".repeat(3000)],
    ["backslashes", "\\".repeat(20_000)],
    ["braces", "{".repeat(20_000)],
    ["old commands", "{\\em ".repeat(4000)],
  ])("%s take no time", (_, text) => {
    const start = performance.now();
    const pieces: Piece[] = splitTex(text);
    expect(pieces.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
