import { render } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { Tex } from "../../../components/tex/Tex.tsx";
import { renderFormula } from "../../../lib/tex/render-formula.ts";

const MATHML = "http://www.w3.org/1998/Math/MathML";
const drawn = async (text: string) => {
  const { container } = render(<Tex text={text} />);
  await vi.waitFor(() => expect(container.querySelector("math")).not.toBeNull());
  return container;
};

test("a formula is MathML in place of its source, the words around it stay text", async () => {
  const container = await drawn("Runs in $O(n^2)$ time & <b>space</b>");
  const [math] = container.getElementsByTagNameNS(MATHML, "math");
  expect(math?.getElementsByTagNameNS(MATHML, "msup")).toHaveLength(1);
  expect(container.textContent).toMatch(/^Runs in .*O.*n2.* time & <b>space<\/b>$/su);
  expect(container.textContent).not.toContain("$");
  expect(container.querySelector("b")).toBeNull();
});

test("a display formula is on its own line", async () => {
  const container = await drawn("We show $$a = b$$ here");
  expect(container.querySelector(".formula.display math")).not.toBeNull();
});

test("emphasis is emphasis, accents are letters", () => {
  const { container } = render(<Tex text={'\\emph{Schr\\"odinger} and \\textbf{S}ome'} />);
  expect(container.querySelector("em")?.textContent).toBe("Schrödinger");
  expect(container.querySelector("strong")?.textContent).toBe("S");
});

test("a text without TeX is just that, with nothing around it", () => {
  const { container } = render(<Tex text="A < B" />);
  expect([...container.childNodes].map(({ nodeType }) => nodeType)).toEqual([Node.TEXT_NODE]);
});

test("another text in the same place shows its own formula", async () => {
  const { container, rerender } = render(<Tex text="$x$" />);
  await vi.waitFor(() => expect(container.querySelector("mi")?.textContent).toBe("x"));
  rerender(<Tex text="$y$" />);
  await vi.waitFor(() => expect(container.querySelector("mi")?.textContent).toBe("y"));
});

test("one that can't be rendered shows its source, beside those that can", async () => {
  const container = await drawn("$x$, $\\frac{1$ and $\\unknowncommand$");
  expect(container.textContent).toMatch(/, \$\\frac\{1\$ and \$\\unknowncommand\$$/u);
});

test.each([
  ["$x \\mbox{ if } y$", /^x\s*if\s*y$/u],
  ["$f(n)=\\mbox{1 if $n$ is prime}$", /1\s*if\s*n\s*is\s*prime/u],
  ["$x\\text{ for all $y$}>0$", /for\s*all\s*y/u],
  ["\\begin{equation}E=mc^2\\end{equation}", /^E\W*=mc2$/u],
  ["\\begin{equation}\\label{eq:a}\\begin{split}a&=b\\end{split}\\end{equation}", /a\W*=b/u],
  ["\\begin{align}a&=b\\nonumber\\\\c&=d\\end{align}", /a\W*=b\W*c\W*=d/u],
  ["\\begin{gather}a\\\\b\\end{gather}", /a\W*b/u],
  ["\\begin{multline}a\\\\b\\end{multline}", /a\W*b/u],
  ["\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}", /a\W*=\W*b\W*c/u],
  ["\\begin{alignat}{2}a&=b&c&=d\\end{alignat}", /a\W*=b/u],
])("%s is drawn, as arXiv's MathJax does it", async (text, words) => {
  const { container } = render(<Tex text={text} />);
  await vi.waitFor(() => expect(container.querySelector("math")).not.toBeNull());
  expect(container.querySelectorAll("math")).toHaveLength(1);
  expect(container.textContent).toMatch(words);
});

describe("formulas that strangers wrote", () => {
  test.each([
    "\\href{javascript:alert(1)}{x}",
    "\\url{https://tracker.example}",
    "\\includegraphics[width=1em]{https://tracker.example/x.png}",
    "\\class{notice}{x}",
    "\\id{popup}{x}",
    "\\style{position:fixed}{x}",
    "\\data{mark=saved}{x}",
    "\\def\\a{\\a\\a}\\a",
    "\\newcommand{\\x}{y}\\x",
    "\\hspace{-500em}x",
    "\\kern-500em x",
    "\\raisebox{50em}{x}",
    "\\rule{900em}{900em}",
    "\\llap{x}",
    "\\color{white}{x}",
    "\\label{a}\\tag{1}",
    "{".repeat(30) + "x" + "}".repeat(30),
    "\\sqrt{".repeat(300) + "x" + "}".repeat(300),
    "\\left(".repeat(300),
    "}",
    "x_1_2",
  ])("%s is not rendered", (source) => {
    expect(renderFormula(source, false)).toBeUndefined();
  });

  test.each([
    "x<img src=x onerror=alert(1)>",
    "\\text{<script>alert(1)</script>}",
    "\\operatorname{constructor}",
  ])("%s is only text", (source) => {
    const math = renderFormula(source, false);
    expect(math?.namespaceURI).toBe(MATHML);
    expect(math?.querySelector("img, script, a")).toBeNull();
  });

  test("a percent sign is shown, and is not a comment that hides the rest", () => {
    expect(renderFormula("\\textbf{up to 67%}", false)?.textContent).toMatch(/𝟔𝟕%$/u);
    expect(renderFormula("5\\% x", false)?.textContent).toMatch(/5%.*x/u);
  });

  test("sizes are bounded", () => {
    const math = renderFormula("\\big( x \\\\[99em] y", false);
    expect(math?.outerHTML ?? "").not.toMatch(/99em/u);
  });
});
