import { expect, test } from "vitest";
import { asKeyword, readKeywords, searchWords } from "../../lib/paper/keywords.ts";

test("a keyword begins where a word begins, if words are written apart", () => {
  expect(asKeyword("RL")).toBe(" rl");
  expect(asKeyword("言語")).toBe("言語");
  expect(asKeyword("?!")).toBe("");
});

test("keywords are separated by commas, each once, and phrases stay whole", () => {
  expect(readKeywords("graph neural,  diffusion ,, diffusion、量子; !")).toEqual([
    "graph neural",
    "diffusion",
    "量子",
  ]);
});

test("the words of a search are all looked for, what is in quotes as one", () => {
  expect(searchWords('@ak92501 "graph neural" GAN')).toEqual([" ak92501", " graph neural", " gan"]);
  expect(searchWords(' "open ')).toEqual([" open"]);
  expect(searchWords("…")).toEqual([]);
});
