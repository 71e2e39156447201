import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { addDays } from "../digest/dates.ts";
import type { Digest } from "../digest/digest.ts";
import { mergeCopies } from "../digest/merge.ts";
import { parseDigestFile } from "../digest/parse-file.ts";
import { dayInName } from "../feeds/read/day-file.ts";
import { tidyAuthors } from "../paper/author-name.ts";
import { digestFile, publishFiles } from "../feeds/publish/publish-files.ts";
import { DAY_VERSION, PLACES } from "../feeds/publish/site.ts";
import { poorerThan } from "../live/earlier.ts";
import { EXIT, UsageError } from "./command.ts";
import type { Command, CommandOutside } from "./command.ts";
import { FOLDERS, refuseLinks, removeLeftovers, writeFolder } from "./published-folder.ts";
import { readable } from "./readable.ts";
import { reportProblems } from "./report-problems.ts";

/** A day's file no longer changes once there is a digest this many days newer: readers may keep it forever. */
const FINAL_AFTER = 7;

const HELP = `  FILE…            digests (JSON or Markdown) or folders of them; usually those in --out
  --out DIR        the folder to publish; days that are already published there stay
  --url URL        the address that the folder will have, for feed readers and other sites; without it addresses are relative
  --title TEXT     the feed's name, usually “Hot Papers”
  --correct        also changes days that are final (older than ${FINAL_AFTER} days)
  --replace        also publishes a digest over one with more papers, or with more sources that answered

Writes: v1/latest.json (the pointer), v1/index.json, v1/days/, v1/feed.json (JSON Feed 1.1), v1/atom.xml, and a site of plain
pages: index.html, archive.html, about.html, days/, months/, categories/. Only files that changed are written, the pointer last:
stopped at any moment, it leaves a whole feed. What it left behind then goes at the next run.
Exit status: 0 published, 1 a digest could not be read (the others are published) or there is none, 2 called wrongly.
`;

/** Digest files of a folder: their names carry the day. */
async function filesIn(folder: string, world: CommandOutside): Promise<string[]> {
  const names = await world.listFiles(folder).catch(() => []);
  return names
    .filter((name) => /\.(?:md|json)$/i.test(name) && dayInName(name) !== undefined)
    .map((name) => join(folder, name));
}

async function isFolder(path: string, world: CommandOutside): Promise<boolean> {
  return world.listFiles(path).then(
    () => true,
    () => false,
  );
}

/** All digests of these files, and whether every file could be read whole. */
async function readAll(files: readonly string[], world: CommandOutside) {
  const digests: Digest[] = [];
  let whole = true;
  for (const file of files) {
    const text = await readable(file, world);
    const { digests: found, problems } =
      text === undefined ? { digests: [], problems: [] } : parseDigestFile(text);
    reportProblems(file, problems, world);
    whole &&= found.length > 0 && problems.length === 0;
    digests.push(...found);
  }
  return { digests, whole };
}

/** The site's address with a slash at the end. Throws `UsageError` if it is not an address. */
function baseOf(url: string | undefined): { base?: string } {
  if (url === undefined) return {};
  const parsed = /^https?:\/\//.test(url) ? URL.parse(url.endsWith("/") ? url : `${url}/`) : null;
  if (!parsed) throw new UsageError(`--url is not an address: ${url}`);
  return { base: parsed.href };
}

/** Makes the folder that a feed and its site are. */
export const publish: Command = {
  usage: "publish [FILE…] --out DIR [OPTION…]",
  summary: "make a feed and its site, a folder of static files, out of digests",
  help: HELP,
  async run(args, world) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        out: { type: "string" },
        url: { type: "string" },
        title: { type: "string" },
        correct: { type: "boolean" },
        replace: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const { out, title = "Hot Papers", correct = false } = values;
    if (out === undefined || out === "") throw new UsageError("use --out DIR to say which folder to publish");
    const site = baseOf(values.url);

    await refuseLinks(out, FOLDERS, world);
    const files: string[] = [];
    for (const path of positionals.length > 0 ? positionals : [out]) {
      files.push(...((await isFolder(path, world)) ? await filesIn(path, world) : [path]));
    }
    const given = await readAll(files, world);
    const published = (await filesIn(join(out, "v1/days"), world)).filter(
      (file) => !DAY_VERSION.test(basename(file)),
    );
    const before = await readAll(published, world);
    const choice = { out, correct, replace: values.replace ?? false };
    const { digests, final } = await chooseDays(given.digests, before.digests, choice, world);
    if (digests.length === 0) {
      world.err("there is no digest to publish");
      return EXIT.failed;
    }
    await removeLeftovers(out, world);
    const contents = await publishFiles({ title, ...site, digests }, final);
    const written = await writeFolder(out, contents, world);
    world.err(`${out}: ${digests.length} days, ${contents.size} files, ${written} of them new or changed`);
    return given.whole && before.whole ? EXIT.ok : EXIT.failed;
  },
};

/** With names as they are shown: an older version of us, or another program, kept them as they came from arXiv. */
const tidied = (digest: Digest): Digest => ({
  ...digest,
  papers: digest.papers.map((entry) => ({ ...entry, authors: tidyAuthors(entry.authors) })),
});

interface Choice {
  out: string;
  correct: boolean;
  replace: boolean;
}

/** The digest of each day, newest day first, and the contents of those files that no longer change. */
async function chooseDays(
  given: readonly Digest[],
  published: readonly Digest[],
  { out, correct, replace }: Choice,
  world: CommandOutside,
): Promise<{ digests: Digest[]; final: Map<string, string> }> {
  const dates = [...new Set([...given, ...published].map(({ date }) => date))].toSorted().toReversed();
  const final = new Map<string, string>();
  const digests: Digest[] = [];
  for (const date of dates) {
    const copies = given.filter((digest) => digest.date === date);
    const old = published.find((digest) => digest.date === date);
    const merged = mergeCopies([...copies, ...(old ? [old] : [])]);
    if (old && !correct && date < addDays(dates[0]!, -FINAL_AFTER)) {
      if (digestFile(merged) !== digestFile(old))
        world.err(`${date} is final: kept as it was (--correct changes it)`);
      // As it was written, by any version of us.
      final.set(date, await world.readText(join(out, PLACES.dayFile(date))));
      digests.push(old);
      continue;
    }
    const poorer = old && !replace ? poorerThan(old, merged) : undefined;
    if (poorer) world.err(`${date} stays as it was published: ${poorer} (--replace publishes it anyway)`);
    digests.push(tidied(old && poorer ? old : merged));
  }
  return { digests, final };
}
