import { parseDigestFile } from "../digest/parse-file.ts";
import { problemText } from "../digest/problem.ts";
import { type Command, EXIT, UsageError } from "./command.ts";
import { readable } from "./readable.ts";

/** Reads digests, prints one JSON text per line, and says what could not be read. */
export const parse: Command = {
  usage: "parse FILE…",
  summary: "read digests (Markdown or JSON) and print each as one line of JSON",
  async run(files, world) {
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
      for (const problem of problems) {
        world.err(`${file}:${problem.line === undefined ? "" : `${problem.line}:`} ${problemText(problem)}`);
      }
      if (digests.length === 0) status = EXIT.failed;
    }
    return status;
  },
};
