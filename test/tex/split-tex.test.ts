import { describe, expect, test } from "vitest";
import { splitTex } from "../../lib/tex/split-tex.ts";
import { expectLinear } from "../setup/growth.ts";

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
    ["GPT-$3$ at $2$", "GPT-<3> at <2>"],
    ["$ x $ with blanks and $ y $", "< x > with blanks and < y >"],
    ["energies of $10 GeV$ or $5$", "energies of <10 GeV> or <5>"],
    ["if $f(n)=\\mbox{1 if $n$ is prime}$ holds", "if <f(n)=\\mbox{1 if $n$ is prime}> holds"],
    ["$x\\text{ for all $y$}>0$", "<x\\text{ for all $y$}>0>"],
    ["$$x \\mbox{ if $y$}$$", "<<x \\mbox{ if $y$}>>"],
    ["\\begin{equation}E=mc^2\\end{equation}", "<<E=mc^2>>"],
    ["so \\begin{equation*} a \\label{eq:a} \\end{equation*} holds", "so <<a>> holds"],
    ["\\begin{math}a\\end{math}", "<a>"],
    ["\\begin{align}a&=b\\nonumber\\\\c&=d\\end{align}", "<<\\begin{align*}a&=b\\\\c&=d\\end{align*}>>"],
    ["a \\\\[2pt] b $c$", "a \\\\[2pt] b <c>"],
    ["$$x and $y$", "$<x and >y$"],
  ])("%j", (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });

  test.each([
    ["a lone dollar", "only $410 in materials"],
    ["two sums", "from $5 to $10"],
    ["sums far from one another", "costs $4-5 million compute hours, another $6 later"],
    ["rates", "$/PR is down but $/session is up"],
    ["units with a price", "cost in $/kW and $/kWh"],
    ["sums beside commas and percent signs", "$5, 10\\% of $6".replace("\\", "")],
    ["a blank line between", "$a\n\nb$"],
    ["unknown environments", "\\begin{itemize}a\\end{itemize}"],
    ["environments that are not closed", "\\begin{equation}a"],
    ["escaped dollars", "\\(".slice(1) + "5 and 6"],
  ])("but %s are not", (_, text) => {
    expect(splitTex(text).every(({ kind }) => kind === "text")).toBe(true);
    expect(inShort(text)).toBe(text);
  });

  test.each([
    ["pay $5 and some more for $n$ of them", "pay $5 and some more for <n> of them"],
    ["costs $100 per $n$ samples", "costs $100 per <n> samples"],
    ["costs $0.01 per $M$ tokens", "costs $0.01 per <M> tokens"],
    ["$5 or $x$", "$5 or <x>"],
    ["only $30, whereas $x$ is free", "only $30, whereas <x> is free"],
    ["$15 (USD) on $m$ machines", "$15 (USD) on <m> machines"],
    ["for $20 we get $n=3$ copies", "for $20 we get <n=3> copies"],
    ["for $9 ($n$ of them)", "for $9 (<n> of them)"],
    ["at $9, 5\\% of $n$", "at $9, 5% of <n>"],
  ])("a sum before a formula does not swallow it: %s", (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });

  test("the source is kept with its delimiters, to be shown if it can't be rendered", () => {
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
    ["\\texttt{foo\\_bar} \\mbox{x}", "foo_bar x"],
    ["{\\tt MadGraph} and {\\sc Pythia}", "MadGraph and Pythia"],
    ["et al.~(2020), Fig.~3, e.g.~this", "et al.\u00a0(2020), Fig.\u00a03, e.g.\u00a0this"],
    ["5~GHz, but 3~4 times", "5\u00a0GHz, but 3~4 times"],
    ["https://example.org/~user", "https://example.org/~user"],
    ["\\DJ or\\dj evi\\'c \\S 3", "Đorđević §3"],
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
    ["dollars", "$ "],
    ["sums", "$5"],
    ["open brackets", "\\("],
    ["open square brackets", "\\["],
    ["double dollars", "$$x"],
    ["open commands", "\\emph{"],
    ["backslashes", "\\"],
    ["braces", "{"],
    ["old commands", "{\\em "],
    ["dollars within braces", "${$}"],
    ["brackets within braces", "\\({\\)}"],
    ["dollars before braces", "${"],
    ["open environments", "\\begin{align}"],
    ["open environments of a line", "\\begin{equation}a"],
    ["blank lines after a dollar", "$\n \t"],
    ["escapes", "\\_", "\\text{"],
    ["blanks in old commands", " ", "{\\em "],
  ])("%s take linear time", (_, piece, start = "") => {
    // A longer text is not looked at.
    expectLinear(
      (size) => start + piece.repeat(size / piece.length),
      (text) => splitTex(text),
      16_384,
    );
  });
});
