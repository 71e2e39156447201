import { describe, expect, test } from "vitest";
import { papersIn } from "../../lib/paper/papers-in.ts";

describe("the papers that a text names", () => {
  test.each([
    ["an id", "2108.04840", ["2108.04840"]],
    ["arXiv's own way to cite", "arXiv:2108.04840v2 [cs.CL]", ["2108.04840"]],
    ["the same with a blank", "arXiv: 2108.04840", ["2108.04840"]],
    ["an old id", "see hep-th/9901001.", ["hep-th/9901001"]],
    [
      "brackets and the end of a sentence",
      "(2108.04840), [2109.00001]. And “2109.00002”!",
      ["2108.04840", "2109.00001", "2109.00002"],
    ],
    ["an address without its beginning", "arxiv.org/abs/2108.04840", ["2108.04840"]],
    [
      "addresses of other sites",
      "https://huggingface.co/papers/2508.01234 hf.co/papers/2508.01235",
      ["2508.01234", "2508.01235"],
    ],
    ["a DOI", "10.48550/arXiv.2108.04840 and doi:10.48550/arXiv.2109.00001", ["2108.04840", "2109.00001"]],
    ["a DOI's address", "https://doi.org/10.48550/arXiv.2108.04840", ["2108.04840"]],
    ["one paper named twice", "2108.04840 https://arxiv.org/pdf/2108.04840v3", ["2108.04840"]],
    [
      "Japanese, which has no blanks around its marks",
      "『2108.04840』、2109.00001。",
      ["2108.04840", "2109.00001"],
    ],
  ])("%s", (_, text, expected) => {
    expect(papersIn(text)).toEqual(expected);
  });

  test.each([
    "",
    "attention is all you need",
    "in 2021",
    "1234.567",
    "hepth/9711200",
    "3.14159",
    "2108.04840.1",
  ])("none in %j", (text) => {
    expect(papersIn(text)).toEqual([]);
  });

  test("a very long text is looked at from its beginning only", () => {
    expect(papersIn(`2108.04840 ${"x ".repeat(200_000)} 2109.00001`)).toEqual(["2108.04840"]);
  });
});
