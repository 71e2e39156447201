import { parseArgs } from "node:util";
import { parseDigestFile } from "../digest/parse-file.ts";
import { type Command, EXIT, UsageError } from "./command.ts";
import { readable } from "./readable.ts";
import { reportProblems } from "./report-problems.ts";

/** Reads digests, prints one JSON text per line, and says what could not be read. */
export const parse: Command = {
  usage: "parse FILE…",
  summary: "read digests (Markdown or JSON) and print each as one line of JSON",
  help: `One digest is one line on standard output. What could not be read is named on standard error, as
file:line: reason. A bad paper costs itself and not its digest. The exit status is 1 if any of the files has
nothing readable. "-" is standard input.
`,
  async run(args, world) {
    const files = parseArgs({ args: [...args], options: {}, allowPositionals: true }).positionals;
    if (files.length === 0) throw new UsageError("name at least one file");
    let status: (typeof EXIT)["ok" | "failed"] = EXIT.ok;
    for (const file of files) {
      const text = await readable(file, world);
      if (text === undefined) {
        status = EXIT.failed;
        continue;
      }
      const { digests, problems } = parseDigestFile(text);
      for (const digest of digests) world.out(`${JSON.stringify(digest)}\n`);
      reportProblems(file, problems, world);
      if (digests.length === 0) status = EXIT.failed;
    }
    return status;
  },
};
