/** The feed that an address leads to: the address itself, a listing of its repository, or what a page names. */
import { repositoryOf } from "./address.ts";
import type { FetchAsked } from "./ask-address.ts";
import { FeedError } from "./feed-error.ts";
import { recognise } from "./read/recognise.ts";
import type { Served, ServedPage } from "./read/recognise.ts";
import { listingsOf } from "./read/repository.ts";

/** A feed's first file, and the address that was asked for it. */
export interface FoundFeed {
  address: string;
  served: Served;
}

/** How to ask, and on which day, `YYYY-MM-DD`. */
export interface Asking {
  fetch: FetchAsked;
  today: string;
}

/** The usual places of our sites' pointer and of a folder's list. */
const USUAL_PLACES = ["v1/latest.json", "index.json"];
/** Of the feeds that a page names, this many are tried. */
const MOST_LINKS = 3;

/** Finds the feed, and the better one that it points to. @throws FeedError if there is none */
export async function findFeed(asking: Asking, url: URL): Promise<FoundFeed> {
  const repository = repositoryOf(url);
  const found = repository
    ? await firstFeed(asking, listingsOf(repository))
    : await feedAtOrLinkedFrom(asking, url);
  if (!found) throw new FeedError("notFound", url.href, "nothing is there");
  const { pointer } = found.served;
  const pointed = pointer === undefined ? undefined : await firstFeed(asking, [pointer]);
  return pointed ?? found;
}

/** What the address serves, if it is a feed; if not, a feed that the page there names, or one beside it. */
async function feedAtOrLinkedFrom(asking: Asking, url: URL): Promise<FoundFeed> {
  let page: ServedPage | undefined;
  let refusal: FeedError | undefined;
  try {
    const served = await ask(asking, url.href);
    if (served.kind !== "page") return { address: url.href, served };
    page = served;
  } catch (error) {
    if (!isSilentFolder(error, url)) throw error;
    refusal = error;
  }
  const found = await feedLinkedFrom(asking, url.href, page?.links ?? []);
  if (found) return found;
  throw refusal ?? new FeedError("noFeed", url.href, "is a web page without a feed");
}

/** A folder often serves nothing itself, or a page that only its own site may read. */
const isSilentFolder = (error: unknown, url: URL): error is FeedError =>
  error instanceof FeedError &&
  url.pathname.endsWith("/") &&
  (error.code === "notFound" || error.code === "noAccess");

/** From a page: the feeds that it names, or else the usual places beside it. */
async function feedLinkedFrom(
  asking: Asking,
  address: string,
  links: readonly string[],
): Promise<FoundFeed | undefined> {
  const folder = new URL("./", address);
  return (
    (await firstFeed(asking, links.slice(0, MOST_LINKS))) ??
    (await firstFeed(
      asking,
      USUAL_PLACES.map((place) => new URL(place, folder).href),
    ))
  );
}

/** The first of some addresses that is there and is a feed. */
async function firstFeed(asking: Asking, addresses: readonly string[]): Promise<FoundFeed | undefined> {
  for (const address of addresses) {
    try {
      // The address stays the one that was asked for: a publisher may redirect it elsewhere tomorrow.
      const served = await ask(asking, address);
      if (served.kind !== "page") return { address, served };
    } catch (error) {
      if (
        !(error instanceof FeedError) ||
        !["notFound", "noFeed", "unreadable", "noAccess"].includes(error.code)
      )
        throw error;
    }
  }
  return undefined;
}

const ask = async ({ fetch, today }: Asking, address: string) => recognise(await fetch(address), { today });
