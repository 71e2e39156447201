import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../lib/cli/hot-papers.ts";
import { codeOf, commandsIn, optionsOf, wrongForHotPapers, wrongIn } from "./commands.ts";

const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
const documents = ["*.md", "docs/*.md", ".github/**/*.md", "assets/store/**/*.md"]
  .flatMap((pattern) => globSync(pattern))
  .map((path) => ({ path, ...codeOf(read(path).text) }));
const workflows = [".github/**/*.yml", "assets/publish/*.yml"]
  .flatMap((pattern) => globSync(pattern))
  .map(read);

/** Of the system or of a host: nothing of ours could break them. */
const OTHERS: ReadonlySet<string> = new Set(["apt-get", "cd", "git"]);
const OURS = ["npm", "npx", "node"];

test("npm, npx and Node commands in documents and workflows name things that exist", () => {
  const written = [
    ...documents.map(({ path, blocks, spans }) => ({
      path,
      code: [...blocks.map(({ code }) => code), ...spans].join("\n"),
    })),
    ...workflows.map(({ path, text }) => ({
      path,
      code: [text, ...codeOf(text).spans].join("\n"),
    })),
  ];
  const ours = written.flatMap(({ path, code }) =>
    commandsIn(code)
      .filter(([program = "", ...words]) => OURS.includes(program) && words.length > 0)
      .map((words) => ({ path, words })),
  );
  expect(ours.length).toBeGreaterThan(40);
  const wrong = ours.flatMap(({ path, words }) => {
    const why = wrongIn(words);
    return why === undefined ? [] : `${path}: ${words.join(" ")}: ${why}`;
  });
  expect(wrong).toEqual([]);
});

test("a block to be typed has no other commands", () => {
  const typed = documents.flatMap(({ blocks }) => blocks.filter(({ language }) => language === "sh"));
  const programs = typed.flatMap(({ code }) => commandsIn(code).map(([program]) => program ?? ""));
  expect(programs.filter((each) => ![...OURS, ...OTHERS].includes(each))).toEqual([]);
  expect(programs.length).toBeGreaterThan(10);
});

test("`hot-papers` commands in documents exist, with their options", () => {
  const names = Object.keys(COMMANDS);
  const spans = documents.flatMap(({ path, spans: all }) =>
    all.map((span) => ({ path, words: span.split(" ") })),
  );
  const called = spans
    .map(({ path, words: [first = "", ...more] }) => ({
      path,
      words: first === "hot-papers" ? more : [first, ...more],
    }))
    .filter(({ words: [first = ""], path }) => names.includes(first) && path !== "CONTRIBUTING.md");
  expect(called.length).toBeGreaterThan(5);
  expect(called.flatMap(({ words }) => wrongForHotPapers(words) ?? [])).toEqual([]);

  const options = new Set(names.flatMap((name) => [...optionsOf(name)]));
  const named = documents
    .filter(({ path }) => path === "docs/publishing.md")
    .flatMap(({ spans: all }) => all.flatMap((span) => /^--[a-z-]+/u.exec(span)?.[0] ?? []));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((option) => !options.has(option))).toEqual([]);
});

describe("a command is wrong", () => {
  test.each([
    ["npm run nothing", "npm knows no nothing"],
    ["npm tset", "npm knows no tset"],
    ["npm run types -- --fast", "types takes no options"],
    ["npm run --silent hot-papers -- reads FILE…", "hot-papers has no command reads"],
    ["npm run --silent hot-papers -- publish DIR --twice", "hot-papers publish takes no --twice"],
    ["npm run bench -- --fast", "test/bench/main.ts takes no --fast"],
    ["npx vitest run test/no.test.ts", "vitest knows no test/no.test.ts"],
    ["npx vitest --project pictures", "vitest knows no pictures"],
    ["npx nothing", "nothing is not installed"],
    ["node lib/cli/main.ts build --outt digests", "hot-papers build takes no --outt"],
    ["node test/no.ts", "there is no test/no.ts"],
  ])("%s", (command, why) => {
    expect(commandsIn(command).map(wrongIn)).toEqual([why]);
  });

  test.each([
    "npm ci && npm start -- --offline",
    "npm run --silent hot-papers -- COMMAND --help",
    "npm run --silent hot-papers -- doctor --json > doctor.json",
    "run: node lib/cli/main.ts build --out digests || test $? -eq 3",
    "npx vitest run test/architecture/commands.test.ts",
    "npx vitest --project rules",
    "npm run bench -- --only firefox # one browser",
    "A=b npm test",
  ])("but not if all of it exists: %s", (command) => {
    expect(commandsIn(command).flatMap((words) => wrongIn(words) ?? [])).toEqual([]);
  });
});
