import { expect, test } from "vitest";
import { firefoxLintFindings } from "./firefox-lint.ts";

test("Mozilla's linter has nothing to say about the Firefox build", () => {
  expect(firefoxLintFindings()).toEqual([]);
});
