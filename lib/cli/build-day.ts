/** Makes one day's digest and writes its file: what `build` does once and `backfill` for every day. */
import { join, relative, sep } from "node:path";
import type { Digest } from "../digest/digest.ts";
import { parseDigestFile } from "../digest/parse-file.ts";
import { dayInName } from "../feeds/read/day-file.ts";
import { writeMarkdown } from "../digest/write-markdown.ts";
import { buildDigest } from "../live/build/build-digest.ts";
import type { BuildSettings } from "../live/build/build-settings.ts";
import { digestFile } from "../feeds/publish/publish-files.ts";
import type { Addresses } from "../live/sources/addresses.ts";
import { polite } from "../live/sources/polite.ts";
import { poorerThan } from "../live/earlier.ts";
import { EXIT } from "./command.ts";
import type { ExitStatus, LiveCommandOutside } from "./command.ts";
import { isDraft } from "./draft.ts";
import { keptJob } from "./answer-cache.ts";
import { progress } from "./progress.ts";
import { refuseLinks } from "./published-folder.ts";

export interface DayJob {
  settings: BuildSettings;
  addresses: Addresses;
  /** Folder of the digests. */
  out: string;
  /** Folder of this day's kept answers. */
  state: string;
  markdown: boolean;
  strict: boolean;
  /** Overwrites even a digest that has more papers, or more sources that answered. */
  replace: boolean;
  /** The time to take for now, as an instant. */
  now?: number;
  /** Begins the lines of progress. */
  text?: string;
}

/** A digest's file, named as the archive names its own when it is Markdown. */
export const digestName = (date: string, markdown: boolean): string =>
  markdown ? `${date}---Hot-Papers.md` : `${date}.json`;

/** What makes it another job: everything but secrets, for which only their presence counts. */
const jobText = ({ bluesky, x, ...settings }: BuildSettings, addresses: Addresses): string =>
  JSON.stringify({ ...settings, addresses, signedIn: bluesky !== undefined, x: x?.mostPosts });

const contentOf = (digest: Digest, markdown: boolean): string =>
  markdown ? writeMarkdown(digest) : digestFile(digest);

/** The digest in this file, if there is one that can be read. */
async function digestIn(file: string, world: LiveCommandOutside): Promise<Digest | undefined> {
  const text = await world.readText(file).catch(() => "");
  return parseDigestFile(text).digests[0];
}

/** Removes drafts that a killed run left in the folder of digests, and refuses to keep answers in a folder elsewhere by a link. */
async function tidyOut({ out, state }: DayJob, world: LiveCommandOutside): Promise<void> {
  const inside = relative(out, state).split(sep);
  if (inside[0] !== "..")
    await refuseLinks(
      out,
      inside.map((_, at) => inside.slice(0, at + 1).join(sep)),
      world,
    );
  for (const name of await world.listFiles(out).catch(() => []))
    if (isDraft(name) && dayInName(name) !== undefined) await world.live.remove(join(out, name));
}

/** The exit status; what happened is said on standard error. */
export async function buildDay(job: DayJob, world: LiveCommandOutside): Promise<ExitStatus> {
  const { settings, addresses, text = "" } = job;
  const real = world.live.outside;
  const frozen = job.now;
  const outside = frozen === undefined ? real : { ...real, now: () => frozen };
  await tidyOut(job, world);
  const kept = await keptJob(job.state, jobText(settings, addresses), outside.now(), world);
  if (kept.found > 0) world.err(`${text}continuing, ${kept.found} answers are already there`);
  const bar = progress(world, settings.networks.length + 2, text);
  const arxiv = [addresses.arxivApi, addresses.arxivList, addresses.arxivOai, addresses.arxivRss];
  const askedAt = kept.askedAt(arxiv);
  const asking = kept.keeping(
    polite(bar.watching(outside), addresses, askedAt === undefined ? {} : { arxivAskedAt: askedAt }),
  );
  const fileOf = (date: string) => join(job.out, digestName(date, job.markdown));
  const before = (date: string) => digestIn(fileOf(date), world);
  const built = await buildDigest(
    asking,
    addresses,
    settings,
    kept.started,
    (step) => bar.step(step),
    job.replace ? undefined : before,
  )
    .catch((error: unknown) => {
      if (real.signal?.aborted) world.err(`${text}the next run continues here`);
      throw error;
    })
    .finally(() => bar.end());
  if (built.state !== "built") {
    // A kept answer may be why it failed: one without content would be believed for hours.
    await kept.done();
    world.err(`${text}${built.state === "failed" ? "nothing written: " : ""}${built.why}`);
    return built.state === "failed" ? EXIT.sources : EXIT.noDay;
  }
  const { digest, sourceFailed } = built;
  const file = fileOf(digest.date);
  const there = job.replace ? undefined : await before(digest.date);
  const poorer = there && poorerThan(there, digest);
  if (poorer) world.err(`${text}${file}: stays as it was, ${poorer} (--replace writes it anyway)`);
  else {
    await world.writeText(file, contentOf(digest, job.markdown));
    world.err(`${text}${file}: ${digest.papers.length} papers`);
  }
  await kept.done();
  return (sourceFailed || poorer) && job.strict ? EXIT.sources : EXIT.ok;
}
