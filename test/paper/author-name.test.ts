import { describe, expect, test } from "vitest";
import { isGroup, personName, splitAuthors, tidyAuthors } from "../../lib/paper/author-name.ts";
import { expectLinear } from "../setup/growth.ts";

describe("names in one line, as arXiv's RSS has them", () => {
  test.each([
    ["Example-AI, :, Sammy Example, Jr., Ada Example", ["Example-AI", "Sammy Example Jr.", "Ada Example"]],
    ["Example-AI: Ada Example", ["Example-AI", "Ada Example"]],
    ["Jana N\\\"ollenberg (TU Nowhere, Austria), Pavel Dvo\\v{r}\\'ak", ["Jana Nöllenberg", "Pavel Dvořák"]],
    ["A. One (1 and 2 (both)), B. Two (3)", ["A. One", "B. Two"]],
    ["A. One (never closed, B. Two, C. Three", ["A. One", "B. Two", "C. Three"]],
    ["A. One (never closed", ["A. One"]],
    ["A. One, , B. Two,, III, et al.", ["A. One", "B. Two III"]],
    ["Jr., A. One", ["A. One"]],
    [" : , ", []],
    ["", []],
  ])("%j", (line, names) => {
    expect(splitAuthors(line)).toEqual(names);
  });
});

describe("names that come one by one", () => {
  test.each([
    [
      ["Example-AI", ":", "Ada Example"],
      ["Example-AI", "Ada Example"],
    ],
    [
      ["Tank Collaboration:", "A.  Seer"],
      ["Tank Collaboration", "A. Seer"],
    ],
    [["Sammy Example", "Jr."], ["Sammy Example Jr."]],
    [["Sammy Example, Jr.", ""], ["Sammy Example Jr."]],
    [["Ada Example (TU Nowhere)", "(TU Nowhere)"], ["Ada Example"]],
    [["Sreeraj V", "-", "…"], ["Sreeraj V"]],
    [["\\DJ or\\dj e Example"], ["Đorđe Example"]],
    [["Example, Ada"], ["Example, Ada"]],
  ])("%j", (names, tidy) => {
    expect(tidyAuthors(names)).toEqual(tidy);
  });

  test("tidy names stay as they are", () => {
    const names = [
      "Laurens van der Maaten",
      "the Virgo Collaboration",
      "5 Team",
      "山田 太郎",
      "O'Nym",
      "X.-Y. Z",
    ];
    expect(tidyAuthors(names)).toEqual(names);
  });

  test.each(["(", ")", "()", "(,", ",", ", ", ":", " ", "a(", "Jr., ", "\\'"])(
    "a line of only %j takes linear time",
    (piece) => {
      expectLinear(
        (size) => `${piece.repeat(size / piece.length)}x`,
        (line) => splitAuthors(line),
      );
    },
  );
});

describe("parts of a name", () => {
  const parts = (name: string) => {
    const { family, given, suffix } = personName(name);
    return [family, given, suffix].join(" | ");
  };
  test.each([
    ["Ada Example", "Example | Ada | "],
    ["Plato", "Plato |  | "],
    ["", " |  | "],
    ["Laurens van der Maaten", "van der Maaten | Laurens | "],
    ["Laurens van der Maaten Jr.", "van der Maaten | Laurens | Jr."],
    ["Sammy Example, Jr.", "Example | Sammy | Jr."],
    ["Example, Sammy", "Example | Sammy | "],
    ["van der Maaten, Laurens, Jr.", "van der Maaten | Laurens | Jr."],
    ["John Example III", "Example | John | III"],
    ["Sreeraj V", "V | Sreeraj | "],
    ["Van Example", "Example | Van | "],
    ["CMS Collaboration", "CMS Collaboration |  | "],
    ["the Virgo Collaboration", "the Virgo Collaboration |  | "],
    ["Open Ended Example Team", "Open Ended Example Team |  | "],
    ["Example, Inc.", "Example, Inc. |  | "],
  ])("%j is %j", (name, expected) => {
    expect(parts(name)).toBe(expected);
  });

  test("a group is told by its words, a person with such letters in the name is not one", () => {
    expect(["Team Example", "Research and Development Group", "Example-Collaboration"].every(isGroup)).toBe(
      true,
    );
    expect(["Ada Grouper", "Steam Example", "Ada Labsky", "Projecta Example"].some(isGroup)).toBe(false);
  });
});
