import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Digest } from "../digest/digest.ts";
import { packDigests } from "../digest/pack.ts";
import { parseDigestFile } from "../digest/parse-file.ts";
import { type Command, EXIT, UsageError } from "./command.ts";
import { readable } from "./readable.ts";
import { reportProblems } from "./report-problems.ts";

/** Turns a folder of digests into the pack that the extension embeds. All or nothing: a pack with gaps would go unnoticed. */
export const pack: Command = {
  usage: "pack DIR [--out FILE]",
  summary: "turn a folder of digests into the pack that the extension embeds: facts only",
  help: `Reads every .md and .json file of the folder; of two digests of a day the one that was written last. The pack goes
to standard output, or to FILE. Where anything cannot be read nothing is packed. The extension's own is
assets/public/archive.json.
`,
  async run(args, world) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: "string" } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError("name one folder");
    const names = (await world.listFiles(folder)).filter((name) => /\.(?:md|json)$/.test(name));
    const days = new Map<string, Digest>();
    let failed = names.length === 0;
    if (failed) world.err(`${folder}: there is no .md or .json file in this folder`);
    for (const name of names) {
      const file = join(folder, name);
      const text = await readable(file, world);
      const { digests, problems } =
        text === undefined ? { digests: [], problems: [] } : parseDigestFile(text);
      reportProblems(file, problems, world);
      failed ||= digests.length === 0 || problems.length > 0;
      for (const digest of digests) {
        const twin = days.get(digest.date);
        if (!twin || twin.generated < digest.generated) days.set(digest.date, digest);
      }
    }
    if (failed) return EXIT.failed;
    const text = packDigests([...days.values()]);
    if (values.out === undefined) world.out(text);
    else await world.writeText(values.out, text);
    return EXIT.ok;
  },
};
