import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Digest } from "../digest/digest.ts";
import { parseJson } from "../digest/parse-json.ts";
import { writeMarkdown } from "../digest/write-markdown.ts";
import { type Command, EXIT, UsageError } from "./command.ts";
import { readable } from "./readable.ts";
import { reportProblems } from "./report-problems.ts";

/** A digest's file, named as the archive names its own. */
const fileName = (digest: Digest) => `${digest.date}---Hot-Papers.md`;

/** Writes the JSON form as the archive's Markdown. */
export const write: Command = {
  usage: "write [--out DIR] [FILE…]",
  summary: "turn digests in JSON (files, or standard input) into the archive's Markdown",
  help: `One digest goes to standard output. With --out DIR each goes to a file of its own, named as the archive's files
are: DIR/2021-08-12---Hot-Papers.md. The JSON is what "parse" prints: a digest, an array of them, or one per line.
`,
  async run(args, world) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: "string" } },
      allowPositionals: true,
    });
    const sources = positionals.length > 0 ? positionals : ["-"];
    const digests: Digest[] = [];
    let failed = false;
    for (const source of sources) {
      const text = await readable(source, world);
      const read = text === undefined ? undefined : parseJson(text);
      reportProblems(source, read?.problems ?? [], world);
      digests.push(...(read?.digests ?? []));
      failed ||= !read || read.digests.length === 0;
    }
    if (values.out === undefined && digests.length > 1) {
      throw new UsageError(
        `${digests.length} digests are more than one file: use --out DIR to say where they go`,
      );
    }
    for (const digest of digests) {
      if (values.out === undefined) world.out(writeMarkdown(digest));
      else await world.writeText(join(values.out, fileName(digest)), writeMarkdown(digest));
    }
    return failed ? EXIT.failed : EXIT.ok;
  },
};
