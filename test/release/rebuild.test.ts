/** A reviewer who builds the sources gets the very bytes that the stores got, whatever the folder, the clock and the time zone. */
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unzip } from "./zip-file.ts";

const home = mkdtempSync(join(tmpdir(), "hot-papers-rebuild-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The packages are not part of what is compared: `npm ci` brings the same everywhere. */
function withPackages(folder: string): string {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What git would clone, with what is not committed yet. */
function clone(name: string): string {
  const folder = join(home, name);
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  const paths = stdout.split("\0").filter(Boolean);
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) cpSync(path, join(folder, path), { recursive: true });
  return withPackages(folder);
}

function unpack(sources: Buffer, name: string): string {
  const folder = join(home, name);
  for (const [path, content] of unzip(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    utimesSync(join(folder, path), 1e9, 1e9); // September 2001
  }
  return withPackages(folder);
}

/** `npm run zip` in a folder; gives the zips by their names. */
async function zipsOf(folder: string, env: Record<string, string> = {}): Promise<Map<string, Buffer>> {
  const { PATH = "", HOME = "" } = process.env; // no more, so that only what is named differs
  const npm = spawn("npm", ["run", "zip"], { cwd: folder, env: { PATH, HOME, ...env } });
  let text = "";
  npm.stdout.on("data", (part: Buffer) => (text += part.toString()));
  npm.stderr.on("data", (part: Buffer) => (text += part.toString()));
  const status = await new Promise((done) => npm.on("close", done));
  if (status !== 0) throw new Error(`npm run zip ended with ${String(status)}:\n${text}`);
  const output = join(folder, ".output");
  const names = readdirSync(output).filter((name) => name.endsWith(".zip"));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(output, name))]));
}

const ANOTHER_CLOCK = `--require ${resolve("test/release/another-clock.cjs")}`;

let first: Map<string, Buffer>;
let again: Map<string, Buffer>;
let fromSources: Map<string, Buffer>;
const named = (zips: Map<string, Buffer>, ending: string) =>
  [...zips].find(([name]) => name.endsWith(`-${ending}.zip`))?.[1] ?? Buffer.alloc(0);

beforeAll(async () => {
  const folder = clone("a clone");
  first = await zipsOf(folder, { TZ: "America/St_Johns", LC_ALL: "C" });
  const unpacked = unpack(named(first, "sources"), "unpacked");
  [again, fromSources] = await Promise.all([
    zipsOf(folder),
    zipsOf(unpacked, {
      TZ: "Pacific/Kiritimati",
      LC_ALL: "C.UTF-8",
      NODE_ENV: "development",
      NODE_OPTIONS: ANOTHER_CLOCK,
    }),
  ]);
}, 300_000);

/** Zips that differ, each with the files that do: a few words in place of a megabyte. */
const differences = (a: Map<string, Buffer>, b: Map<string, Buffer>) =>
  [...new Set([...a.keys(), ...b.keys()])].flatMap((zip) => {
    const [one, other] = [a.get(zip), b.get(zip)];
    if (!one || !other) return [`${zip}: made only once`];
    if (one.equals(other)) return [];
    const [ours, theirs] = [unzip(one), unzip(other)];
    const paths = [...new Set([...ours.keys(), ...theirs.keys()])];
    return [
      `${zip}: ${paths.filter((path) => !theirs.get(path)?.equals(ours.get(path) ?? Buffer.alloc(0))).join(", ") || "order"}`,
    ];
  });

test("makes one zip for Chrome and Edge, one for Firefox, and its sources", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect([...first.keys()]).toEqual(
    ["chrome", "firefox", "sources"].map((part) => `hot-papers-${version}-${part}.zip`),
  );
});

test("a second run in the same folder makes the same bytes", () => {
  expect(differences(first, again)).toEqual([]);
});

test("so do the sources elsewhere, with another clock, time zone, shell and times of files", () => {
  expect(differences(first, fromSources)).toEqual([]);
});

describe.each([
  ["chrome", ".output/chrome-mv3"],
  ["firefox", ".output/firefox-mv3"],
])("the zip for %s", (name, folder) => {
  test("holds what `npm run build` makes, which all other tests look at", () => {
    const files = unzip(named(first, name));
    const built = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect([...files.keys()].toSorted()).toEqual(built.toSorted());
    const other = built.filter((path) => !files.get(path)?.equals(readFileSync(join(folder, path))));
    expect(other).toEqual([]);
  });
});

test("the sources hold what the build needs, and nothing else", () => {
  const paths = [...unzip(named(first, "sources")).keys()];
  const places = [...new Set(paths.map((path) => /^(?:assets\/[^/]+|[^/]+)/u.exec(path)?.[0]))];
  expect(places).toEqual([
    "LICENSE",
    "assets/icon.svg",
    "assets/public",
    "components",
    "docs",
    "entrypoints",
    "lib",
    "package-lock.json",
    "package.json",
    "tsconfig.json",
    "wxt.config.ts",
  ]);
  expect(paths.filter((path) => path.startsWith("docs/"))).toEqual(["docs/source-code-review.md"]);
  const needed = reached([
    "wxt.config.ts",
    "lib/native-browser.ts",
    ...paths.filter((path) => path.startsWith("entrypoints/")),
  ]);
  const code = paths.filter((path) => /^(?:lib|components)\//u.test(path));
  expect(code.length).toBeGreaterThan(100);
  // A new file that only the command line uses has to be named in wxt.config.ts.
  expect(code.filter((path) => !needed.has(path))).toEqual([]);
});

/** Files with all that they name by a relative path, in whatever way. */
function reached(files: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const add = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/["'](\.\.?\/[^"'?]+)/gu))
      add(join(dirname(file), path));
  };
  for (const path of files) add(path);
  return seen;
}

test("the scripts of a release take these zips, up to the first request to a store", () => {
  const folder = join(home, "a clone");
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  writeFileSync(join(folder, "CHANGELOG.md"), `## ${version} (2026-12-01)\n\n- It is here.\n`);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${resolve("test/release/no-network.cjs")}`,
        FIREFOX_JWT_ISSUER: "made-up",
        FIREFOX_JWT_SECRET: "made-up",
      },
    });
  expect(run("test/release/prepare.ts", `v${version}`)).toMatchObject({ status: 0, stderr: "" });
  const { stdout, stderr } = run("test/release/submit.ts", "firefox", ".output/release");
  expect(stdout + stderr).toContain("the network begins here: addons.mozilla.org");
});
