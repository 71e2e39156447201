/** What an address that somebody typed would give as a feed, before it becomes one. */
import { repositoryOf, typedUrl } from "./address.ts";
import { FeedError } from "./feed-error.ts";
import { fetchFile, textOf } from "./fetch-file.ts";
import type { FetchOptions } from "./fetch-file.ts";
import { readFolderIndex } from "./folder-index.ts";
import type { LogLine } from "./log-line.ts";
import type { FeedOutside } from "./outside.ts";
import { waitingFiles, NEW_FEED } from "./plan.ts";
import { readDigests } from "./read-digests.ts";
import { recognise } from "./recognise.ts";
import type { FeedKind, Served, ServedPage } from "./recognise.ts";
import { listingsOf } from "./repository.ts";

export interface CheckedAddress {
  /** Where to ask from now on. Not always what was typed: a page names its feed, a JSON Feed its pointer. */
  address: string;
  kind: FeedKind;
  /** The feed's own title, else its host. */
  title: string;
  /** Day of its newest digest, `YYYY-MM-DD`. */
  newest: string;
  /** How many days it has. */
  digests: number;
  /** How many papers its newest digest ranks. */
  papers: number;
}

/** Where a site of ours keeps its pointer, and a folder its list. */
const USUAL_PLACES = ["v1/latest.json", "index.json"];
/** Requests for one address at most, so that a chain of pages ends. */
const MOST_REQUESTS = 8;

/**
 * Asks an address what it is, up to its newest digest.
 *
 * @param told is told of every request, for the log
 * @throws FeedError; with "noFeed" nothing that we know is there or behind it
 */
export async function checkAddress(
  outside: FeedOutside,
  typed: string,
  today: string,
  told: (line: Omit<LogLine, "feed">) => void = () => undefined,
  limits: FetchOptions = {},
): Promise<CheckedAddress> {
  const url = typedUrl(typed);
  const repository = repositoryOf(url);
  let requests = 0;

  const fetch = async (address: string, fresh = true) => {
    requests += 1;
    if (requests > MOST_REQUESTS) throw new FeedError("noFeed", url.href, "leads from page to page");
    const tell = (outcome: LogLine["outcome"], bytes: number) =>
      told({ at: outside.now(), host: new URL(address).host, outcome, bytes });
    try {
      const file = await fetchFile(outside, address, { ...limits, fresh });
      tell("new", file.bytes.byteLength);
      return file;
    } catch (error) {
      if (error instanceof FeedError) tell(error.code, 0);
      throw error;
    }
  };

  /** The first of some addresses that is there and is a feed. */
  const firstOf = async (addresses: readonly string[]): Promise<Found | undefined> => {
    for (const address of addresses) {
      try {
        const found = await find(address);
        if (found.served.kind !== "page") return found as Found;
      } catch (error) {
        if (
          !(error instanceof FeedError) ||
          !["notFound", "noFeed", "unreadable", "noAccess"].includes(error.code)
        )
          throw error;
      }
    }
    return undefined;
  };
  const find = async (address: string) => {
    // The address stays the one that was asked for: a publisher may redirect it elsewhere tomorrow.
    return { address, served: recognise(await fetch(address)) };
  };
  /** Behind a page: the feeds that it names, else the usual places beside it. */
  const behind = async (address: string, page: ServedPage | undefined): Promise<Found | undefined> =>
    (await firstOf(page?.links.slice(0, 3) ?? [])) ??
    (await firstOf(USUAL_PLACES.map((place) => new URL(place, new URL("./", address)).href)));

  let refusal: FeedError | undefined;
  const first = repository
    ? await firstOf(listingsOf(repository))
    : await find(url.href).catch((error: unknown) => {
        // A folder often serves nothing itself, or a page that only its own site may read.
        const code = error instanceof FeedError && url.pathname.endsWith("/") ? error.code : "";
        if (code !== "notFound" && code !== "noAccess") throw error;
        refusal = error as FeedError;
        return undefined;
      });
  let found: Found | undefined;
  if (first && first.served.kind !== "page") found = first as Found;
  else if (!repository) {
    const page = first?.served.kind === "page" ? first.served : undefined;
    found = await behind(first?.address ?? url.href, page);
  }
  if (!found) {
    if (refusal) throw refusal;
    if (!first) throw new FeedError("notFound", url.href, "nothing is there");
    throw new FeedError("noFeed", url.href, "is a web page without a feed");
  }
  const pointed = found.served.pointer === undefined ? undefined : await firstOf([found.served.pointer]);
  return describe(pointed ?? found);

  async function describe({ address, served }: Found): Promise<CheckedAddress> {
    const title = served.title || new URL(address).host;
    const all = new Set([...served.files, ...served.inline].map(({ date, key }) => date ?? key));
    if (served.index !== undefined) {
      const list = readFolderIndex(jsonOf(textOf(await fetch(served.index))), served.index);
      for (const { date, key } of list?.files ?? []) all.add(date ?? key);
    }
    let problem = "has no digest";
    for (const { text, date } of newest(served.inline)) {
      const { digests, aside } = readDigests(text, today, date);
      const digest = digests.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
      if (digest) {
        const days = served.kind === "digest" ? new Set(digests.map((each) => each.date)) : all;
        const name = served.kind === "digest" ? digest.title : title;
        return summary(address, served.kind, name, digest.date, days.size, digest.papers.length);
      }
      if (aside?.code === "newerVersion")
        throw new FeedError("newerVersion", address, "is of a newer version");
      problem = aside?.code ?? problem;
    }
    const file = waitingFiles(served.files, NEW_FEED, today)[0];
    if (file) {
      const fetched = await fetch(file.url, false);
      const { digests, aside } = readDigests(textOf(fetched), today, file.date);
      const [digest] = digests;
      if (digest) return summary(address, served.kind, title, digest.date, all.size, digest.papers.length);
      if (aside?.code === "newerVersion")
        throw new FeedError("newerVersion", file.url, "is of a newer version");
      throw new FeedError(
        "unreadable",
        file.url,
        `its newest digest cannot be read: ${aside?.code ?? "empty"}`,
      );
    }
    throw new FeedError("noFeed", address, problem);
  }
}

interface Found {
  address: string;
  served: Served;
}

const newest = <Each extends { date?: string }>(all: readonly Each[]) =>
  all.toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const summary = (
  address: string,
  kind: FeedKind,
  title: string,
  day: string,
  digests: number,
  papers: number,
): CheckedAddress => ({ address, kind, title, newest: day, digests, papers });
