import { expect, test } from "vitest";
import messages from "../../assets/public/_locales/en/messages.json" with { type: "json" };
import { sourceFiles, withoutComments } from "./source-files.ts";

const keys = Object.keys(messages);
const code = sourceFiles(["lib", "components", "entrypoints"], /\.tsx?$/u)
  .map(({ text }) => withoutComments(text))
  .join("\n");

/** `x` of `x_one` and `x_other`. */
const withoutPlural = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/u, "");

/** Everything in quotes, and the beginnings of templates (`problem_${code}`). */
const literals = new Set([...code.matchAll(/["'`]([A-Za-z]\w*)["'`]/gu)].map(([, literal = ""]) => literal));
const prefixes = [...code.matchAll(/`([A-Za-z]\w{3,})\$\{/gu)].map(([, prefix = ""]) => prefix);
const manifest = new Set(["extensionName", "extensionDescription"]);

test("every text is used", () => {
  const unused = keys.filter(
    (key) =>
      !manifest.has(key) &&
      !literals.has(key) &&
      !literals.has(withoutPlural(key)) &&
      !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test("every text that code asks for exists", () => {
  const there = new Set(keys.flatMap((key) => [key, withoutPlural(key)]));
  const asked = [...code.matchAll(/\b(?:text|plural)\(\s*["'](\w+)["']/gu)].map(([, key = ""]) => key);
  expect(asked.filter((key) => !there.has(key))).toEqual([]);
});

test("a counted text has a form for one and for all others", () => {
  const plurals = new Set(keys.filter((key) => withoutPlural(key) !== key).map(withoutPlural));
  const incomplete = [...plurals].filter(
    (key) => !keys.includes(`${key}_one`) || !keys.includes(`${key}_other`),
  );
  expect(incomplete).toEqual([]);
});
