import { expect, test } from "vitest";
import { bibtex, type Citable, markdownLink } from "../../lib/paper/citation.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const paper = (more: Partial<Citable> = {}): Citable => ({
  id: "2108.04840" as PaperId,
  title: "Post-hoc Interpretability for Neural NLP: A Survey",
  authors: ["Andreas Madsen", "Siva Reddy", "Sarath Chandar"],
  categories: ["cs.CL", "cs.LG"],
  ...more,
});
const keyOf = (of: Citable) => /\{([^,]*),/u.exec(bibtex(of))?.[1];

test("BibTeX is letter for letter what arXiv exports, blanks at line ends too", () => {
  expect(bibtex(paper())).toBe(
    [
      "@misc{madsen2021posthocinterpretabilityneuralnlp,",
      "      title={Post-hoc Interpretability for Neural NLP: A Survey}, ",
      "      author={Andreas Madsen and Siva Reddy and Sarath Chandar},",
      "      year={2021},",
      "      eprint={2108.04840},",
      "      archivePrefix={arXiv},",
      "      primaryClass={cs.CL},",
      "      url={https://arxiv.org/abs/2108.04840}, ",
      "}",
    ].join("\n"),
  );
});

test("the key leaves out the words that arXiv's does, and what is neither letter nor digit", () => {
  expect(keyOf(paper({ title: "Attention Is All You Need", authors: ["Ashish Vaswani"] }))).toBe(
    "vaswani2021attentionneed",
  );
  expect(keyOf(paper({ title: "The $p$-adic Garden", authors: ["Ana Émile"] }))).toBe("émile2021padicgarden");
});

test("the key has the whole family name: what belongs to it, not what follows it", () => {
  expect(keyOf(paper({ authors: ["Laurens van der Maaten"] }))).toMatch(/^vandermaaten2021/u);
  expect(keyOf(paper({ authors: ["Sammy Davis Jr."] }))).toMatch(/^davis2021/u);
  expect(keyOf(paper({ authors: ["Plato"] }))).toMatch(/^plato2021/u);
  expect(keyOf(paper({ authors: [] }))).toMatch(/^unknown2021/u);
});

test.each([
  ["CMS Collaboration", "cmscollaboration"],
  ["Open Ended Example Team", "openendedexampleteam"],
  ["The LIGO Scientific Collaboration", "theligoscientificcollaboration"],
  ["GLM-4.5 Team", "5team"],
  ["Example-Tracker Collaboration", "trackercollaboration"],
  ["Team Example", "example"],
  ["Research and Development Group", "research"],
  ["Sammy Example, Jr.", "example"],
  ["Sreeraj V", "v"],
  ["John Example III", "example"],
  ["Laurens van der Maaten", "vandermaaten"],
  ["Laurens van der Maaten Jr.", "maaten"],
  ["Example van de la Cruz", "delacruz"],
  ["J.A.Example", "example"],
  ["Ada Groupon", "adagroup"],
  ["Example-AI", "exampleai"],
  ['Jana N\\"ollenberg (TU Nowhere)', "nöllenberg"],
  ["Łukasz Exampleß", "exampleß"],
])("the key's name of %s is arXiv's, its oddities included", (name, family) => {
  expect(keyOf(paper({ authors: [name, "Ada Example"], title: "Waves" }))).toBe(`${family}2021waves`);
});

test("the year is that of the id, old ids and the last century included", () => {
  const year = (id: string) => /year=\{(\d+)\}/u.exec(bibtex(paper({ id: id as PaperId })))?.[1];
  expect([year("hep-th/9901001"), year("math/0202001"), year("0704.0001"), year("2201.00001")]).toEqual([
    "1999",
    "2002",
    "2007",
    "2022",
  ]);
});

test("a Markdown link names the first author and the year", () => {
  expect(markdownLink(paper())).toBe(
    "[Post-hoc Interpretability for Neural NLP: A Survey](https://arxiv.org/abs/2108.04840), Andreas Madsen et al., 2021",
  );
  expect(markdownLink(paper({ authors: ["A B", "C D"] }))).toContain("), A B and C D, 2021");
  expect(markdownLink(paper({ authors: ["A B"] }))).toContain("), A B, 2021");
  expect(markdownLink(paper({ authors: [] }))).toMatch(/\), 2021$/u);
});

test("marks of Markdown in a title are read as text, TeX stays TeX, and $' has no meaning", () => {
  expect(markdownLink(paper({ title: "A [new] *look* at $x_1$ and $'$ <b>" }))).toMatch(
    /^\[A \\\[new\\\] \\\*look\\\* at \$x_1\$ and \$'\$ \\<b\\>\]/u,
  );
});
