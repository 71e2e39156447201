/** The workflows of this repository, read and checked: by the shape that GitHub documents, as far as we use it. */
import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import * as zod from "zod/mini";

const FOLDER = ".github/workflows";

const text = zod.string();
const map = zod.record(text, zod.union([text, zod.number(), zod.boolean()]));
const level = zod.enum(["read", "write", "none"]);
const permissions = zod.strictObject({
  actions: zod.optional(level),
  attestations: zod.optional(level),
  contents: zod.optional(level),
  "id-token": zod.optional(level),
  issues: zod.optional(level),
});
const named = {
  name: zod.optional(text),
  id: zod.optional(text),
  if: zod.optional(text),
  env: zod.optional(map),
};
const step = zod.union([
  zod.strictObject({ ...named, uses: text, with: zod.optional(map) }),
  zod.strictObject({ ...named, run: text, "working-directory": zod.optional(text) }),
]);
const job = zod.union([
  zod.strictObject({ uses: text, needs: zod.optional(text) }),
  zod.strictObject({
    name: zod.optional(text),
    needs: zod.optional(text),
    strategy: zod.optional(zod.strictObject({ "fail-fast": zod.boolean(), matrix: map })),
    environment: zod.optional(text),
    "runs-on": zod.literal("ubuntu-24.04"),
    "timeout-minutes": zod.number(),
    permissions: zod.optional(permissions),
    env: zod.optional(map),
    steps: zod.array(step),
  }),
]);
const input = zod.strictObject({
  description: text,
  type: zod.enum(["string", "choice", "boolean"]),
  required: zod.optional(zod.boolean()),
  options: zod.optional(zod.array(text)),
  default: zod.optional(zod.union([text, zod.boolean()])),
});
const workflow = zod.strictObject({
  name: text,
  on: zod.strictObject({
    push: zod.optional(
      zod.strictObject({ branches: zod.optional(zod.array(text)), tags: zod.optional(zod.array(text)) }),
    ),
    pull_request: zod.optional(zod.null()),
    workflow_call: zod.optional(zod.null()),
    workflow_dispatch: zod.optional(zod.nullable(zod.strictObject({ inputs: zod.record(text, input) }))),
    schedule: zod.optional(zod.array(zod.strictObject({ cron: text }))),
  }),
  permissions,
  concurrency: zod.strictObject({ group: text, "cancel-in-progress": zod.boolean() }),
  jobs: zod.record(text, job),
});

export type Workflow = zod.output<typeof workflow>;
export type Step = zod.output<typeof step>;

export interface WorkflowFile {
  name: string;
  text: string;
}

/** All files, by their names. */
export const workflowFiles: readonly WorkflowFile[] = readdirSync(FOLDER)
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));

/** A workflow, checked. */
export const parseWorkflow = (yaml: string): Workflow => workflow.parse(load(yaml));

/** One of ours by the name of its file. */
export function workflowOf(name: string): Workflow {
  const file = workflowFiles.find((each) => each.name === name);
  if (!file) throw new Error(`no ${FOLDER}/${name}`);
  return parseWorkflow(file.text);
}

/** The steps of a job; none of one that is a workflow itself. */
export function stepsOf(of: Workflow, name: string): Step[] {
  const found = of.jobs[name];
  return found && "steps" in found ? found.steps : [];
}

/** The shell scripts of a job, in order. */
export const scriptsOf = (of: Workflow, name: string): string[] =>
  stepsOf(of, name).flatMap((each) => ("run" in each ? each.run : []));
