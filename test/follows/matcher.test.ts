import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMatcher } from "../../lib/follows/matcher.ts";
import type { Follow } from "../../lib/follows/follow.ts";
import { author, category, paper, words } from "./made.ts";

const matches = (follow: Follow, of: Parameters<typeof paper>[0]) =>
  createMatcher([follow])(paper(of)).length > 0;

describe("words", () => {
  test.each([
    ["diffusion", "Latent Diffusion Models", true],
    ["diffus", "Latent Diffusion Models", true],
    ["fusion", "Latent Diffusion Models", false],
    ["RL", "RLHF for all", true],
    ["RL", "A world model", false],
    ["a", "To be a model", true],
    ["graph neural", "Neural nets on a graph", true],
    ['"graph neural"', "Neural nets on a graph", false],
    ['"graph neural"', "Graph-Neural Networks", true],
    ["“graph neural”", "Graph Neural Networks", true],
    ["diffusion -survey", "A Survey of Diffusion", false],
    ["diffusion -survey", "Diffusion", true],
    ['diffusion -"a survey"', "Diffusion, a survey", false],
    ["-survey", "Diffusion", false],
    ["Poincare", "The Poincaré disk", true],
    ["Poincaré", "The Poincar\\'e disk", true],
    ["lukasiewicz", "Łukasiewicz logic", true],
    ["few shot", "Few-shot learning", true],
    ["拡散", "高速な拡散モデル", true],
  ])("%s is in “%s”: %s", (typed, title, is) => {
    expect(matches(words(typed), { title })).toBe(is);
  });

  test("are looked for in the abstract too, and in neither names nor categories", () => {
    expect(matches(words("quantum"), { abstract: "We study quantum walks." })).toBe(true);
    expect(matches(words("ada"), {})).toBe(false);
    expect(matches(words("cs"), {})).toBe(false);
  });

  test("that are left out keep a paper from being marked, whatever else is followed of it", () => {
    const match = createMatcher([words("diffusion"), author("Ada One"), category("cs.LG"), words("-survey")]);
    expect(match(paper({ title: "A survey of diffusion" }))).toEqual([]);
    expect(match(paper({ title: "Diffusion" }))).toHaveLength(3);
  });
});

describe("authors", () => {
  test.each([
    ["Yann LeCun", "Yann LeCun", true],
    ["Yann LeCun", "Y. LeCun", true],
    ["Y. LeCun", "Yann LeCun", true],
    ["Yann LeCun", "Yann A. LeCun", true],
    ["Yann A. LeCun", "Yann LeCun", true],
    ["Yann LeCun", "Yves LeCun", false],
    ["Yann A. LeCun", "Yann B. LeCun", false],
    ["Yann LeCun", "LeCun", false],
    ["Yann LeCun", "Yann LeCunnings", false],
    ["Jean-Pierre Serre", "J.-P. Serre", true],
    ["Łukasz Kaiser", "Lukasz Kaiser", true],
    ["Søren Ørsted", "Soren Orsted", true],
    ["Bernhard Schölkopf", 'Bernhard Sch\\"olkopf', true],
    ["Laurens van der Maaten", "L. van der Maaten", true],
    ["Jan Boer", "Jan de Boer", false],
    ["Patrick O'Brien", "P. O’Brien", true],
    ["Sammy Davis", "Sammy Davis Jr.", true],
    ["ATLAS Collaboration", "ATLAS Collaboration", true],
    ["ATLAS Collaboration", "CMS Collaboration", false],
    ["Wei Wang", "Wang Wei", false],
  ])("%s is “%s”: %s", (name, printed, is) => {
    expect(matches(author(name), { authors: ["Bo Two", printed] })).toBe(is);
  });

  test("are not made up of two names that are side by side", () => {
    expect(matches(author("Two Ada"), { authors: ["Bo Two", "Ada One"] })).toBe(false);
  });
});

describe("categories", () => {
  test.each([
    ["cs.CV", ["cs.LG", "cs.CV"], true],
    ["cs.CV", ["cs.LG"], false],
    ["cs", ["math.NA", "cs.LG"], true],
    ["math", ["math-ph"], false],
    ["hep-th", ["hep-th"], true],
  ])("%s is among %j: %s", (name, categories, is) => {
    expect(matches(category(name), { categories })).toBe(is);
  });
});

test("says all that a paper is followed for, in the order of the list, each once", () => {
  const follows = [category("cs"), author("B. Two"), words("paper"), category("cs.LG"), words("nothing")];
  expect(createMatcher(follows)(paper({ categories: ["cs.LG", "cs.CV"] }))).toEqual(follows.slice(0, 4));
});

test("without follows nothing is found", () => {
  expect(createMatcher([])(paper())).toEqual([]);
});

test("finds just what reading word by word finds", () => {
  const word = fc.stringMatching(/^[abr]{1,4}$/u);
  const title = fc.array(word, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      title,
      fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), { maxLength: 6 }),
      (text, phrases) => {
        const follows = [...new Set(phrases.map((phrase) => `"${phrase.join(" ")}"`))].map(words);
        const slow = follows.filter(({ text: quoted }) => {
          const phrase = quoted.slice(1, -1);
          return text.some((_, at) => text.slice(at).join(" ").startsWith(phrase));
        });
        expect(createMatcher(follows)(paper({ title: text.join(" ") }))).toEqual(slow);
      },
    ),
  );
});

test("only what is between quotes is a phrase, not what comes after them", () => {
  const find = createMatcher([words('"graph neural" networks -"old survey"')]);
  const hits = (title: string) => find(paper({ title })).length;
  expect(hits("networks that are graph neural ones")).toBe(1);
  expect(hits("graph neural networks: no old survey of networks")).toBe(0);
  expect(hits("neural graph networks")).toBe(0);
});
