/** Commands in documents: where they are written, and whether what they name is there. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { COMMANDS } from "../../lib/cli/hot-papers.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const CLI = "lib/cli/main.ts";

/** What npm does itself, without a script of ours. */
const NPM_ITSELF: ReadonlySet<string> = new Set(["ci", "install", "version"]);
/** Short for a script of this name. */
const NPM_SCRIPTS: Readonly<Record<string, string>> = {
  start: "start",
  test: "test",
  "install-ci-test": "test",
};
const LOADED: Readonly<Record<string, { usage: string; help?: string }>> = Object.fromEntries(
  await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const)),
);
const PROJECTS = new Set(
  [...readFileSync("vitest.config.ts", "utf8").matchAll(/\b(?:name: |layer\()"(\w+)"/gu)].map(
    ([, name = ""]) => name,
  ),
);

const FENCED = /^ *```(\w*)\n([^]*?)^ *```/gmu;

/** What a document has as code: its blocks with their language, and what is between backquotes. */
export function codeOf(markdown: string): { blocks: { language: string; code: string }[]; spans: string[] } {
  const blocks = [...markdown.matchAll(FENCED)].map(([, language = "", code = ""]) => ({ language, code }));
  const rest = markdown.replace(FENCED, "");
  return { blocks, spans: [...rest.matchAll(/`([^`\n]+)`/gu)].map(([, span = ""]) => span) };
}

/** The commands of some code, each as its words; without comments, and without what the shell does with them. */
export function commandsIn(code: string): string[][] {
  return code
    .replace(/(?:^|\s)#.*| > \S+/gmu, "")
    .split(/\n|&&|\|\||[|;]/u)
    .map((part) => part.trim().replace(/^(?:- )?(?:run: )?(?:\w+=\S+ )*/u, ""))
    .filter((part) => part !== "")
    .map((part) => part.split(/\s+/u));
}

/** What is wrong with a command of npm, npx or Node, or undefined. Of other programs nothing is known. */
export function wrongIn([program, ...words]: readonly string[]): string | undefined {
  if (program === "npm") return wrongForNpm(words);
  if (program === "npx") return wrongForNpx(words);
  return program === "node" ? wrongForNode(words) : undefined;
}

function wrongForNpm(words: readonly string[]): string | undefined {
  const own = words.indexOf("--");
  const [command = "", ...more] = (own < 0 ? words : words.slice(0, own)).filter(
    (word) => word !== "--silent",
  );
  if (NPM_ITSELF.has(command)) return undefined;
  const name = command === "run" ? (more[0] ?? "") : NPM_SCRIPTS[command];
  const script = name === undefined ? undefined : scripts[name];
  if (script === undefined) return `npm knows no ${name ?? command}`;
  if (own < 0) return undefined;
  const [, file] = /\bnode (\S+\.ts)$/u.exec(script) ?? [];
  return file === undefined ? `${name} takes no options` : wrongForNode([file, ...words.slice(own + 1)]);
}

function wrongForNpx([tool = "", ...words]: readonly string[]): string | undefined {
  if (!existsSync(`node_modules/.bin/${tool}`)) return `${tool} is not installed`;
  if (tool !== "vitest") return undefined;
  const [first, ...others] = words;
  const rest = first === "run" ? others : words;
  const wrong = rest.find((word, at) => {
    if (word === "--project" || word === "FILE" || word === "NAME") return false;
    return rest[at - 1] === "--project" ? !PROJECTS.has(word) : !existsSync(word);
  });
  return wrong === undefined ? undefined : `vitest knows no ${wrong}`;
}

function wrongForNode([file = "", ...words]: readonly string[]): string | undefined {
  if (file === CLI) return wrongForHotPapers(words);
  if (!existsSync(file)) return `there is no ${file}`;
  const sources = globSync(`${dirname(file)}/**/*.ts`)
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const wrong = words.find((word) => word.startsWith("--") && !takes(sources, word));
  return wrong === undefined ? undefined : `${file} takes no ${wrong}`;
}

/** Whether sources name an option as it is typed, or as `parseArgs` has it. */
const takes = (sources: string, option: string) =>
  sources.includes(`"${option}"`) ||
  new RegExp(`(?:\\b|")${option.slice(2)}"?: \\{ type:`, "u").test(sources);

/** What is wrong with what comes after `hot-papers`, or undefined. Words in capitals stand for others. */
export function wrongForHotPapers([name = "", ...words]: readonly string[]): string | undefined {
  if (name === "--help") return undefined;
  const known = name === "COMMAND" ? Object.keys(COMMANDS) : [name];
  if (!known.every((each) => Object.hasOwn(COMMANDS, each))) return `hot-papers has no command ${name}`;
  const wrong = words.find(
    (word) => word.startsWith("--") && !known.every((each) => optionsOf(each).has(word)),
  );
  return wrong === undefined ? undefined : `hot-papers ${name} takes no ${wrong}`;
}

/** The options that a command explains, which a test of the command line holds to those that it takes. */
export function optionsOf(name: string): ReadonlySet<string> {
  const { usage = "", help = "" } = LOADED[name] ?? {};
  return new Set([
    "--help",
    ...[...`${usage} ${help}`.matchAll(/--[a-z][a-z-]*/gu)].map(([option]) => option),
  ]);
}
