/** The shell of the workflow `canary`, with programs that pretend to have found something. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { pretend, shell } from "../release/run-step.ts";
import { stepsOf, workflowOf } from "../release/workflow-files.ts";

const home = mkdtempSync(join(tmpdir(), "hot-papers-canary-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const steps = stepsOf(workflowOf("canary.yml"), "look");
const scriptOf = (name: string) => {
  const step = steps.find((each) => each.name === name);
  return step && "run" in step ? step.run : "";
};

/** A checkout whose `node` ends with these statuses, and a look at what the steps make of it. */
function day(name: string, { doctor = 0, arxiv = 0 }) {
  const folder = join(home, name);
  mkdirSync(folder);
  pretend(
    folder,
    "node",
    `if [[ "$2" = doctor ]]; then echo "[]"; exit ${doctor}; fi; echo "# Report" > canary.md; exit ${arxiv}`,
  );
  const env = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  const services = shell(scriptOf("Services"), folder, env).status;
  const look = shell(scriptOf("arXiv's pages"), folder, env).status;
  const output = readFileSync(env.GITHUB_OUTPUT, "utf8").trim();
  const { status: end } = shell(scriptOf("Red, if not all is well"), folder, {
    STATUS: output.slice("status=".length),
  });
  return { services, look, output, red: end !== 0 };
}

test("a good day is green, and any other one is red, after all has been looked at", () => {
  const done = { services: 0, look: 0 };
  expect(day("good", {})).toEqual({ ...done, output: "status=0", red: false });
  expect(day("moved", { doctor: 4, arxiv: 1 })).toEqual({ ...done, output: "status=1", red: true });
  expect(day("silent", { doctor: 4, arxiv: 2 })).toEqual({ ...done, output: "status=2", red: true });
  const step = steps.find(({ name }) => name === "An issue, if something moved");
  expect(step?.if).toBe("${{ steps.look.outputs.status == '1' }}");
});

test("a doctor that breaks ends the run at once", () => {
  expect(day("broken", { doctor: 1 }).services).not.toBe(0);
});

test.each([
  [
    "opens an issue if none is open",
    "[]",
    /^issue create --title .+ --label canary --body-file canary\.md$/u,
  ],
  ["adds to the one that is open", '[{"number": 12}]', /^issue comment 12 --body-file canary\.md$/u],
])("what moved %s", (name, open, last) => {
  const folder = join(home, name);
  mkdirSync(folder);
  symlinkSync(resolve("test"), join(folder, "test"));
  const calls = pretend(folder, "gh", `if [[ "$2" = list ]]; then echo '${open}'; fi`);
  expect(shell(scriptOf("An issue, if something moved"), folder)).toMatchObject({ status: 0, stderr: "" });
  expect(calls().at(-1)).toMatch(last);
});
