import { expect, test } from "vitest";
import { sourceFiles, withoutComments } from "./source-files.ts";

const sources = sourceFiles(["lib/messages", "lib/background", "lib/live", "entrypoints"], /\.tsx?$/u).map(
  ({ path, text }) => ({
    path,
    text: withoutComments(text),
  }),
);
const textOf = (place: RegExp) =>
  sources
    .filter(({ path }) => place.test(path))
    .map(({ text }) => text)
    .join("\n");

/** Names of the messages, as `interface Messages` lists them. */
const list = /interface Messages \{([\s\S]*?)\n\}/u.exec(textOf(/^lib\/messages\/messages\.ts$/u))?.[1] ?? "";
const types = [...list.matchAll(/^ {2}(\w+): \{ request:/gmu)].map(([, type = ""]) => type);

test("finds the list of messages", () => {
  expect(types).toContain("lookup");
  expect(types.length).toBeGreaterThan(5);
});

test.each(types)("the worker answers %s", (type) => {
  expect(textOf(/^lib\/(?:background|live)\/|^entrypoints\/background/u)).toMatch(
    new RegExp(`\\b${type}\\b\\s*[:(,]`, "u"),
  );
});

test.each(types)("a request %s is checked against a schema", (type) => {
  expect(textOf(/^lib\/messages\/request-schema\.ts$/u)).toMatch(new RegExp(`\\b${type}\\b`, "u"));
});
