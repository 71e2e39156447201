/** What every workflow keeps to. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SECRETS, STORES } from "./stores.ts";
import { parseWorkflow, scriptsOf, stepsOf, workflowFiles, workflowOf } from "./workflow-files.ts";

const { scripts: npmScripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};

describe.each(workflowFiles)("$name", ({ text }) => {
  const workflow = parseWorkflow(text);
  const steps = Object.keys(workflow.jobs).flatMap((job) => stepsOf(workflow, job));
  const scripts = Object.keys(workflow.jobs)
    .flatMap((job) => scriptsOf(workflow, job))
    .join("\n");

  test("names actions by commit, with the version after it", () => {
    const uses = text.split("\n").filter((line) => /\buses:/u.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses)
      expect(line).toMatch(
        /uses: (?:\.\/\.github\/workflows\/[a-z]+\.yml$|[a-z-]+\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/u,
      );
  });

  test("may only read unless a job says more, and leaves no password in the checkout", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    const checkouts = steps.filter((step) => "uses" in step && step.uses.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step).toMatchObject({ with: { "persist-credentials": false } });
  });

  test("puts nothing from outside into a shell script: that comes in variables", () => {
    expect(scripts).not.toContain("${{");
  });

  test("runs files and npm scripts that are there", () => {
    for (const [, file = ""] of scripts.matchAll(/\b(?:node|bash) (\S+)/gu))
      expect(existsSync(file), file).toBe(true);
    for (const [, name = ""] of scripts.matchAll(/\bnpm run (\S+)/gu))
      expect(npmScripts).toHaveProperty(name);
  });

  test("refers to steps, jobs and inputs that it has", () => {
    const ids = new Set(steps.flatMap(({ id }) => id ?? []));
    for (const [, id = ""] of text.matchAll(/\bsteps\.([a-z-]+)\./gu)) expect(ids).toContain(id);
    const inputs = workflow.on.workflow_dispatch?.inputs ?? {};
    for (const [, name = ""] of text.matchAll(/\binputs\.([a-z-]+)/gu)) expect(inputs).toHaveProperty(name);
    for (const { needs = [] } of Object.values(workflow.jobs))
      expect(Object.keys(workflow.jobs)).toEqual(expect.arrayContaining([needs].flat()));
  });
});

test("a key that GitHub does not know is found", () => {
  const [{ text } = { text: "" }] = workflowFiles;
  expect(() => parseWorkflow(text.replace("timeout-minutes", "timeout-minute"))).toThrow("timeout");
});

test("submit has an environment per store, and gives its steps the secrets the stores want", () => {
  const { jobs, on } = workflowOf("submit.yml");
  expect(on.workflow_dispatch?.inputs["store"]?.options).toEqual(["all", ...STORES]);
  expect(on.workflow_dispatch?.inputs["dry-run"]?.default).toBe(true);
  expect(jobs["store"]).toMatchObject({ environment: "store-${{ matrix.store }}" });
  const wanted = Object.fromEntries(
    STORES.flatMap((store) => SECRETS[store]).map((name) => [name, `\${{ secrets.${name} }}`]),
  );
  const given = stepsOf(workflowOf("submit.yml"), "store").filter(
    (step) => "run" in step && step.run.includes("submit.ts"),
  );
  expect(given.map(({ env }) => env)).toEqual([wanted, wanted]);
  // The dry run comes first, and what is sent asks for more than it.
  expect(given.map((step) => "run" in step && step.run.includes("--dry-run"))).toEqual([true, false]);
  expect(given[1]?.if).toBe("${{ !inputs.dry-run }}");
});

test("the guide for releases names every secret with its environment", () => {
  const guide = readFileSync("docs/releasing.md", "utf8");
  for (const store of STORES) {
    expect(guide).toContain(`\`store-${store}\``);
    for (const name of SECRETS[store]) expect(guide).toContain(`\`${name}\``);
  }
});
