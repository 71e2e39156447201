import { expect, test } from "vitest";
import { sentences } from "../../lib/texts/sentences.ts";

test("sentences follow each other, and missing ones leave no gap", () => {
  expect(sentences("It failed.", "Try again.")).toBe("It failed. Try again.");
  expect(sentences("It failed.", undefined, "", "Try again.")).toBe("It failed. Try again.");
  expect(sentences(undefined)).toBe("");
});
