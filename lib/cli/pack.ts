import { join } from "node:path";
import { parseArgs } from "node:util";
import { BUNDLED_IDS, BUNDLED_SETS, type BundledId } from "../digest/bundled.ts";
import type { Digest } from "../digest/digest.ts";
import { packDigests } from "../digest/pack.ts";
import { parseDigestFile } from "../digest/parse-file.ts";
import { type Command, EXIT, type CommandOutside, UsageError } from "./command.ts";
import { fileTrouble } from "./file-trouble.ts";
import { readable } from "./readable.ts";
import { reportProblems } from "./report-problems.ts";

/** Turns folders of digests into the pack of bundled digests. All or nothing: a pack with gaps would go unnoticed. */
export const pack: Command = {
  usage: "pack DIR… [--least-upvotes N] [--out FILE]",
  summary: "turn folders of digests into the pack that comes with the extension: facts only",
  help: `Each folder is one set: digests of Twitter or of Hugging Face. Reads every .md and .json file of a folder but its own
notes (README.md, ORIGIN.md: names in capitals); of two digests of a day the one that was written last. Papers with
fewer than N upvotes are left out. The pack goes to standard output, or to FILE. If anything cannot be read nothing is
packed. The extension's own is assets/public/bundled-digests.json, of ../shared/digests and ../shared/hf-digests with
at least 5 upvotes.
`,
  async run(args, world) {
    const { values, positionals: folders } = parseArgs({
      args: [...args],
      options: { out: { type: "string" }, "least-upvotes": { type: "string", default: "0" } },
      allowPositionals: true,
    });
    if (folders.length === 0) throw new UsageError("name a folder");
    const least = Number(values["least-upvotes"]);
    if (!Number.isInteger(least) || least < 0)
      throw new UsageError("--least-upvotes needs a whole number, 0 or more");
    const sets: Partial<Record<BundledId, Digest[]>> = {};
    for (const folder of folders) {
      const digests = await digestsOf(folder, world);
      const id = digests && setOf(digests);
      if (!id) {
        if (digests) world.err(`${folder}: there are no figures of Twitter or Hugging Face`);
        return EXIT.failed;
      }
      if (sets[id]) throw new UsageError(`two folders of ${BUNDLED_SETS[id].network}`);
      sets[id] = digests.map((digest) => atLeast(least, digest));
    }
    const text = packDigests(sets);
    if (values.out === undefined) world.out(text);
    else await world.writeText(values.out, text);
    return EXIT.ok;
  },
};

/** Names of the files in a folder, or undefined if it cannot be read, which is then said. */
async function namesIn(folder: string, world: CommandOutside): Promise<string[] | undefined> {
  try {
    return await world.listFiles(folder);
  } catch (error) {
    world.err(`${folder}: ${fileTrouble(error).replace("no such file", "no such folder")}`);
    return undefined;
  }
}

/** The digests of a folder, one for each day, or undefined if one of them cannot be read, which is then said. */
async function digestsOf(folder: string, world: CommandOutside): Promise<Digest[] | undefined> {
  const all = await namesIn(folder, world);
  if (!all) return undefined;
  const names = all.filter((name) => /\.(?:md|json)$/.test(name) && !/^[A-Z]+\./.test(name));
  const days = new Map<string, Digest>();
  let failed = names.length === 0;
  if (failed) world.err(`${folder}: there is no .md or .json file in this folder`);
  for (const name of names) {
    const file = join(folder, name);
    const text = await readable(file, world);
    const { digests, problems } = text === undefined ? { digests: [], problems: [] } : parseDigestFile(text);
    reportProblems(file, problems, world);
    failed ||= digests.length === 0 || problems.length > 0;
    for (const digest of digests) {
      const twin = days.get(digest.date);
      if (!twin || twin.generated < digest.generated) days.set(digest.date, digest);
    }
  }
  return failed ? undefined : [...days.values()];
}

/** The set that digests belong to, by the network of their figures. */
function setOf(digests: readonly Digest[]): BundledId | undefined {
  const network = digests.flatMap(({ papers }) => papers.flatMap(({ counts }) => counts))[0]?.network;
  return BUNDLED_IDS.find((id) => BUNDLED_SETS[id].network === network);
}

const atLeast = (least: number, digest: Digest): Digest => ({
  ...digest,
  papers: digest.papers.filter(({ counts }) =>
    counts.every(({ upvotes }) => upvotes === undefined || upvotes >= least),
  ),
});
