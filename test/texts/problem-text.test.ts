import { expect, test } from "vitest";
import { PROBLEM_CODES } from "../../lib/digest/problem.ts";
import { problemTexts } from "../../lib/texts/problem-text.ts";

test.each(PROBLEM_CODES)("%s has a sentence of its own", (code) => {
  const [sentence] = problemTexts([{ code }]);
  expect(sentence).toMatch(/^[A-Z].{10,}\.$/u);
});

test("no two codes have the same sentence", () => {
  const sentences = PROBLEM_CODES.flatMap((code) => problemTexts([{ code }]));
  expect(new Set(sentences).size).toBe(PROBLEM_CODES.length);
});

test("names the line and what was found there, whatever characters it has", () => {
  const [sentence] = problemTexts([{ code: "date", line: 1200, detail: "$1 $' & <b>" }]);
  expect(sentence).toMatch(/^Line 1,200: The digest’s day .* Found: \$1 \$' & <b>$/u);
});

test("of a file that is damaged all over the first problems are named and the others counted", () => {
  const sentences = problemTexts(Array.from({ length: 1042 }, (_, line) => ({ code: "entry", line })));
  expect(sentences).toHaveLength(31);
  expect(sentences.at(-1)).toBe("And 1,012 more problems.");
});
