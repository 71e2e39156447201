/** What `build` and `backfill` are told by options and by the environment. */
import { ASKING_ORDER } from "../live/build/ask-networks.ts";
import { join } from "node:path";
import { isDay, isLocalTime } from "../digest/dates.ts";
import type { AskedNetwork, BuildSettings } from "../live/build/build-settings.ts";
import { USUAL_SETTINGS } from "../live/build/build-settings.ts";
import { withoutEndSlashes } from "../paper/paper-id.ts";
import { nearestNames, taxonomyName } from "../paper/taxonomy.ts";
import { ARCHIVE_RULE } from "../live/ranking/archive-rule.ts";
import { isAddressName, PUBLIC_ADDRESSES } from "../live/sources/addresses.ts";
import type { Addresses } from "../live/sources/addresses.ts";
import { HourBook } from "../live/jetstream/hour-book.ts";
import { HOUR } from "../live/jetstream/hour-file.ts";
import { MICROSECONDS } from "../live/jetstream/event.ts";
import { COLLECTED, readHours } from "./collected-folder.ts";
import { UsageError } from "./command.ts";
import type { Live, CommandOutside } from "./command.ts";

export const BUILD_OPTIONS = {
  out: { type: "string" },
  markdown: { type: "boolean" },
  networks: { type: "string" },
  papers: { type: "string" },
  categories: { type: "string" },
  most: { type: "string" },
  rule: { type: "string" },
  "least-paper": { type: "string" },
  "least-post": { type: "string" },
  "x-posts": { type: "string" },
  address: { type: "string", multiple: true },
  collected: { type: "string" },
  state: { type: "string" },
  now: { type: "string" },
  strict: { type: "boolean" },
  replace: { type: "boolean" },
} as const;

/** The options as `parseArgs` gives them. */
export interface BuildValues {
  out?: string | undefined;
  networks?: string | undefined;
  papers?: string | undefined;
  categories?: string | undefined;
  most?: string | undefined;
  rule?: string | undefined;
  "least-paper"?: string | undefined;
  "least-post"?: string | undefined;
  "x-posts"?: string | undefined;
  address?: string[] | undefined;
  collected?: string | undefined;
  state?: string | undefined;
  now?: string | undefined;
}

/** The part of `--help` about these options. */
export const BUILD_HELP = `  --out DIR           where the digest goes; required
  --markdown          the archive's Markdown (2026-11-20---Hot-Papers.md) instead of JSON (2026-11-20.json)
  --networks LIST     of huggingface, hackernews, bluesky, twitter, alphaxiv; usually the first three;
                      alphaxiv is X as alphaXiv counts it: not documented, only for today
  --papers talked     every paper that people talk about (the default), or "new": only those announced that day
  --categories LIST   only papers in these arXiv categories, or whole archives: cs.LG,stat.ML or cs,stat.ML
  --most N            at most N papers, usually 50
  --rule archive      order and threshold of the old archive: reposts + likes of at least 50, posts of at least 25
  --least-paper N, --least-post N   other thresholds for that rule
  --x-posts N         how many posts to read from X at most (each costs), usually 500
  --address NAME=URL  another address for a service: ${Object.keys(PUBLIC_ADDRESSES).join(", ")}
  --collected DIR     the folder that "collect" was given, usually that of --out; if it has all hours, Bluesky's search is not asked
  --state DIR         where answers are kept until the digest is written, usually DIR/.hot-papers in --out
  --now TIME          pretend that it is this time, YYYY-MM-DDTHH:MM:SS in UTC
  --strict            status 4 also if the digest was written but a source failed
  --replace           writes the day even over a digest with more papers, or with more sources that answered; without it
                      that one stays, and if a source does not answer now, what it said there is used instead

From the environment, and never printed or written anywhere:
  BLUESKY_IDENTIFIER, BLUESKY_APP_PASSWORD   signs in to Bluesky, for a whole search instead of three pages
  X_BEARER_TOKEN                             for twitter, which is asked only if --networks names it

A run that was stopped continues where it was, without asking anything twice, for six hours.
Exit status: 0 written, 1 something could not be done, 2 called wrongly, 3 arXiv has no list of that day (yet),
4 sources did not answer: nothing was written (but see --strict).
`;

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0)
    throw new UsageError(`--${name} is not a number: ${text}`);
  return Number(text);
}

function networksOf(text: string | undefined): readonly AskedNetwork[] {
  if (text === undefined) return USUAL_SETTINGS.networks;
  const names = listOf(text);
  const unknown = names.find((name) => !ASKING_ORDER.some((network) => network === name));
  const known = `of ${ASKING_ORDER.join(", ")}`;
  if (unknown !== undefined) throw new UsageError(`there is no network “${unknown}”; choose some ${known}`);
  if (names.length === 0) throw new UsageError(`--networks names no network; choose some ${known}`);
  return ASKING_ORDER.filter((network) => names.includes(network));
}

/** Categories and archives, spelled as arXiv does. Throws `UsageError` on one that arXiv does not have. */
function categoriesOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const names = listOf(text).map((name) => {
    const known = taxonomyName(name);
    if (known !== undefined) return known;
    const near = nearestNames(name).join(", ");
    throw new UsageError(`“${name}” is not an arXiv category${near && `; the nearest names are ${near}`}`);
  });
  if (names.length === 0) throw new UsageError("--categories names no category, for instance cs.LG,stat.ML");
  return [...new Set(names)];
}

/** A day that was asked for. Throws `UsageError` if it is not a day. */
export function dayOf(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && !isDay(text)) throw new UsageError(`--${name} is not a day: ${text}`);
  return text;
}

/** Where the services are. Throws `UsageError` on an invalid name or address. */
export function addressesOf(options: readonly string[] = []): Addresses {
  const addresses = { ...PUBLIC_ADDRESSES };
  for (const option of options) {
    const [name = "", ...rest] = option.split("=");
    const url = withoutEndSlashes(rest.join("="));
    if (!isAddressName(name)) throw new UsageError(`there is no service “${name}”`);
    if (!/^https?:\/\//.test(url) || !URL.canParse(url))
      throw new UsageError(`--address ${name} is not an address`);
    addresses[name] = url;
  }
  return addresses;
}

/** The time that the command takes for now, as an instant; undefined if it is the real one. */
export function pretendedNow(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = text.replace(/Z$/, "");
  if (!isLocalTime(time)) throw new UsageError(`--now is not a time like 2026-11-20T22:00:00: ${text}`);
  return Date.parse(`${time}Z`);
}

/** What to build. Throws `UsageError` on a wrong option, or if the environment lacks what an option needs. */
export function settingsOf(values: BuildValues, env: Live["env"]): BuildSettings {
  const networks = networksOf(values.networks);
  const { papers = "talked", rule } = values;
  if (papers !== "talked" && papers !== "new")
    throw new UsageError(`--papers must be talked or new, not ${papers}`);
  if (rule !== undefined && rule !== "archive") throw new UsageError(`there is no rule “${rule}”`);
  const categories = categoriesOf(values.categories);
  const token = env["X_BEARER_TOKEN"];
  if (networks.includes("twitter") && !token)
    throw new UsageError("twitter needs X_BEARER_TOKEN in the environment");
  if (networks.includes("twitter") && networks.includes("alphaxiv"))
    throw new UsageError("twitter and alphaxiv both count X: choose one of them");
  const [identifier, password] = [env["BLUESKY_IDENTIFIER"], env["BLUESKY_APP_PASSWORD"]];
  if (!identifier !== !password) {
    throw new UsageError("BLUESKY_IDENTIFIER and BLUESKY_APP_PASSWORD only work together");
  }
  return {
    networks,
    papers,
    categories,
    most: wholeNumber("most", values.most, USUAL_SETTINGS.most),
    ...(rule && {
      rule: {
        leastPaper: wholeNumber("least-paper", values["least-paper"], ARCHIVE_RULE.leastPaper),
        leastPost: wholeNumber("least-post", values["least-post"], ARCHIVE_RULE.leastPost),
      },
    }),
    ...(identifier && password && { bluesky: { identifier, password } }),
    ...(networks.includes("twitter") &&
      token && { x: { token, mostPosts: wholeNumber("x-posts", values["x-posts"], 500) } }),
  };
}

/** The folder for output. Throws `UsageError` without one. */
export function outOf({ out }: BuildValues): string {
  if (out === undefined || out === "") throw new UsageError("use --out DIR to say where it goes");
  return out;
}

/** Reads what "collect" put into its folder; undefined if there is nothing of that time. */
export function collectedOf(
  values: BuildValues,
  world: CommandOutside,
): NonNullable<BuildSettings["collected"]> {
  const folder = join(values.collected ?? outOf(values), COLLECTED);
  return async (from, until) => {
    const book = new HourBook(
      await readHours(folder, world, from * MICROSECONDS - HOUR, until * MICROSECONDS),
    );
    return book.covered.length > 0 ? { posts: book.all(), covered: book.covered } : undefined;
  };
}

/** The folder for kept answers. */
export const stateOf = (values: BuildValues): string => values.state ?? join(outOf(values), ".hot-papers");
