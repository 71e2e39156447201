/** What a feed would bring, told by its newest digest. */
import type { Digest } from "../digest/digest.ts";
import { readJson } from "../digest/read-json.ts";
import type { FetchAsked } from "./ask-address.ts";
import { FeedError } from "./feed-error.ts";
import { textOf } from "./fetch-file.ts";
import type { FoundFeed } from "./find-feed.ts";
import { originsOf } from "./origins.ts";
import { NEW_FEED, waitingFiles } from "./plan.ts";
import { readFolderIndex } from "./read/folder-index.ts";
import { readDigests } from "./read/read-digests.ts";
import type { FeedKind, Served } from "./read/recognise.ts";

export interface CheckedAddress {
  /** Where to ask from now on. Not always what was typed: a page names its feed, a JSON Feed its pointer. */
  address: string;
  kind: FeedKind;
  /** The feed's own title, or its host. */
  title: string;
  /** Day of its newest digest, `YYYY-MM-DD`. */
  newest: string;
  /** How many days it has. */
  digests: number;
  /** How many papers its newest digest ranks. */
  papers: number;
  /** The hosts that are asked for it, as `originOf` names them. */
  origins: string[];
}

/** Describes a feed. @throws FeedError if its newest digest cannot be had */
export async function describeFeed(
  fetch: FetchAsked,
  { address, served }: FoundFeed,
  today: string,
): Promise<CheckedAddress> {
  const title = served.title || new URL(address).host;
  const { days, addresses } = await contentsOf(fetch, served);
  const known = { address, kind: served.kind, origins: originsOf([address, ...addresses]) };
  const inline = newestInline(served, address, today);
  if (inline.digest) {
    // A plain file of digests has no title and no list of days: its digests tell both.
    const own = served.kind === "digest";
    const digests = own ? inline.days : days.size;
    return { ...known, title: own ? inline.digest.title : title, ...newestOf(inline.digest), digests };
  }
  const digest = await newestFile(fetch, served, today);
  if (digest) return { ...known, title, ...newestOf(digest), digests: days.size };
  throw new FeedError("noFeed", address, inline.problem);
}

/** The days that a feed names, by date if that is known, and the addresses that are asked for them. */
async function contentsOf(
  fetch: FetchAsked,
  { files, inline, index }: Served,
): Promise<{ days: Set<string>; addresses: string[] }> {
  const days = [...files, ...inline];
  const addresses = files.map(({ url }) => url);
  if (index !== undefined) {
    const list = readFolderIndex(readJson(textOf(await fetch(index)))?.value, index);
    days.push(...(list?.files ?? []));
    addresses.push(index, ...(list?.files ?? []).map(({ url }) => url));
  }
  return { days: new Set(days.map(({ date, key }) => date ?? key)), addresses };
}

/** The newest digest within the feed's own file, of how many days, or why there is none. */
function newestInline(
  { inline }: Served,
  address: string,
  today: string,
): { digest: Digest; days: number } | { digest?: undefined; problem: string } {
  let problem = "has no digest";
  for (const day of inline.toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))) {
    const { digests, aside } = readDigests(day, today, day.date);
    const digest = digests.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
    if (digest) return { digest, days: new Set(digests.map((each) => each.date)).size };
    if (aside?.code === "newerVersion") throw newerVersion(address);
    problem = aside?.code ?? problem;
  }
  return { problem };
}

/** The digest in the newest of the feed's files; undefined if it names none. */
async function newestFile(fetch: FetchAsked, { files }: Served, today: string): Promise<Digest | undefined> {
  const file = waitingFiles(files, NEW_FEED, today)[0];
  if (!file) return undefined;
  const fetched = await fetch(file.url, false);
  const { digests, aside } = readDigests({ text: textOf(fetched) }, today, file.date);
  const [digest] = digests;
  if (digest) return digest;
  if (aside?.code === "newerVersion") throw newerVersion(file.url);
  throw new FeedError("unreadable", file.url, `its newest digest cannot be read: ${aside?.code ?? "empty"}`);
}

const newerVersion = (url: string) => new FeedError("newerVersion", url, "is of a newer version");

const newestOf = ({ date, papers }: Digest) => ({ newest: date, papers: papers.length });
