import { expect, test } from "vitest";
import { LONGEST_FOLLOW } from "../../lib/follows/follow.ts";
import { followOfSelection, parseFollows } from "../../lib/follows/parse-follows.ts";
import { CATEGORIES } from "../../lib/paper/category-names.ts";
import { expectLinear } from "../setup/growth.ts";
import { author, category, words } from "./made.ts";

test.each([
  ["diffusion", [words("diffusion")]],
  ['"graph  neural", -survey', [words('"graph neural"'), words("-survey")]],
  ["diffusion -survey\nRL", [words("diffusion -survey"), words("RL")]],
  ['"red, green", blue', [words('"red, green"'), words("blue")]],
  ["拡散モデル、強化学習", [words("拡散モデル"), words("強化学習")]],
  ["cs.cv, hep-th, physics", [category("cs.CV"), category("hep-th"), words("physics")]],
  ['"never closed\nnext', [words('"never closed'), words("next")]],
])("words: %j", (typed, follows) => {
  expect(parseFollows(typed, "words")).toEqual({ follows, refused: [] });
});

test("names are authors, also one that is a category's", () => {
  expect(parseFollows("Y. LeCun, Cs", "author").follows).toEqual([author("Y. LeCun"), author("Cs")]);
});

test("what cannot be followed is reported, and costs nothing else", () => {
  expect(parseFollows("-, ???, graphs", "words")).toEqual({
    follows: [words("graphs")],
    refused: ["-", "???"],
  });
  expect(parseFollows("cz.LG, cs.LG", "category")).toEqual({
    follows: [category("cs.LG")],
    refused: ["cz.LG"],
  });
  const long = "x".repeat(LONGEST_FOLLOW + 1);
  expect(parseFollows(`${long}, a`, "words")).toEqual({ follows: [words("a")], refused: [long] });
  expect(parseFollows(" , \n", "words")).toEqual({ follows: [], refused: [] });
});

test.each(['"', ",", '",', "- ", "a "])("a text of only %j is read in linear time", (piece) => {
  expectLinear(
    (size) => piece.repeat(size / piece.length),
    (text) => parseFollows(text, "words"),
  );
});

test("each of arXiv's categories and archives is one, in whatever case it is typed", () => {
  const names = [...CATEGORIES, "cs", "math", "cond-mat"];
  const typed = names.map((name) => name.toLowerCase()).join(",");
  expect(parseFollows(typed, "category")).toEqual({ follows: names.map(category), refused: [] });
});

test.each([
  ["diffusion", words("diffusion")],
  ["  graph\n neural “networks” ", words('"graph neural networks"')],
  ["- diffusion, fast", words('"diffusion, fast"')],
  ["cs.CV", category("cs.CV")],
  ["?!", undefined],
  [" ", undefined],
  ["x ".repeat(200), undefined],
])("a selection of %j is followed as one thing, if it can be", (selected, follow) => {
  expect(followOfSelection(selected)).toEqual(follow);
});
