/** `node test/canary/tell.ts FILE`: opens an issue with a report, or adds to the one that is open. Needs GitHub's `gh` and GH_TOKEN. */
import { spawnSync } from "node:child_process";
import process from "node:process";

const TITLE = "Something that we read has moved";
const LABEL = "canary";

function gh(...args: string[]): string {
  const { status, stdout, error } = spawnSync("gh", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`gh ${args.slice(0, 2).join(" ")} ended with ${String(status)}`);
  return stdout;
}

const report = process.argv[2];
if (!report) throw new Error("name the file with the report");
gh("label", "create", LABEL, "--force", "--description", "What arXiv or a service changed");
const [open] = JSON.parse(gh("issue", "list", "--label", LABEL, "--state", "open", "--json", "number")) as {
  number: number;
}[];
if (open) gh("issue", "comment", String(open.number), "--body-file", report);
else gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", report);
