/** Makes one day's digest and writes its file: what `build` does once and `backfill` for every day. */
import { join } from "node:path";
import type { Digest } from "../digest/digest.ts";
import { writeMarkdown } from "../digest/write-markdown.ts";
import { buildDigest } from "../publish/build-digest.ts";
import type { BuildSettings } from "../publish/build-settings.ts";
import { digestFile } from "../publish/publish-files.ts";
import type { Addresses } from "../sources/addresses.ts";
import { polite } from "../sources/polite.ts";
import { EXIT } from "./command.ts";
import type { ExitStatus, LiveSurroundings } from "./command.ts";
import { keptJob } from "./kept-answers.ts";
import { progress } from "./progress.ts";

export interface DayJob {
  settings: BuildSettings;
  addresses: Addresses;
  /** Folder of the digests. */
  out: string;
  /** Folder of this day's kept answers. */
  state: string;
  markdown: boolean;
  strict: boolean;
  /** The time to take for now, as an instant. */
  now?: number;
  /** Stands before the lines of progress. */
  text?: string;
}

/** A digest's file, named as the archive names its own when it is Markdown. */
export const digestName = (date: string, markdown: boolean): string =>
  markdown ? `${date}---Hot-Papers.md` : `${date}.json`;

/** What makes another job of it: everything but secrets, of which only their being there counts. */
const jobText = ({ bluesky, x, ...settings }: BuildSettings, addresses: Addresses): string =>
  JSON.stringify({ ...settings, addresses, signedIn: bluesky !== undefined, x: x?.mostPosts });

const contentOf = (digest: Digest, markdown: boolean): string =>
  markdown ? writeMarkdown(digest) : digestFile(digest);

/** The exit status; what happened is said on standard error. */
export async function buildDay(job: DayJob, world: LiveSurroundings): Promise<ExitStatus> {
  const { settings, addresses, text = "" } = job;
  const real = world.live.outside;
  const frozen = job.now;
  const outside = frozen === undefined ? real : { ...real, now: () => frozen };
  const kept = await keptJob(job.state, jobText(settings, addresses), outside.now(), world);
  if (kept.found > 0) world.err(`${text}continuing, ${kept.found} answers are there already`);
  const bar = progress(world, settings.networks.length + 2, text);
  const arxiv = [addresses.arxivApi, addresses.arxivList, addresses.arxivOai, addresses.arxivRss];
  const askedAt = kept.askedAt(arxiv);
  const asking = kept.keeping(
    polite(bar.watching(outside), addresses, askedAt === undefined ? {} : { arxivAskedAt: askedAt }),
  );
  const built = await buildDigest(asking, addresses, settings, kept.started, (step) =>
    bar.step(step),
  ).finally(() => bar.end());
  if (built.state === "no-day") {
    await kept.done();
    world.err(`${text}arXiv has no list of ${settings.date ?? "this day"}`);
    return EXIT.noDay;
  }
  if (built.state === "not-yet") {
    await kept.done();
    world.err(`${text}${built.why}`);
    return EXIT.noDay;
  }
  if (built.state === "failed") {
    world.err(`${text}nothing written: ${built.why}`);
    return EXIT.sources;
  }
  const { digest } = built;
  const file = join(job.out, digestName(digest.date, job.markdown));
  await world.writeText(file, contentOf(digest, job.markdown));
  await kept.done();
  world.err(`${text}${file}: ${digest.papers.length} papers`);
  const failed = digest.sources?.some((source) => source.state === "failed") ?? false;
  return failed && job.strict ? EXIT.sources : EXIT.ok;
}
