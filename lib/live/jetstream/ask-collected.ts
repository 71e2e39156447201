/** What Bluesky says of papers, by posts collected from Jetstream: each is asked for as it is now, like those that a search finds. */
import { dateOf, timeOf } from "../../digest/calendar-date.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Outside } from "../../net/outside.ts";
import type { Addresses } from "../sources/addresses.ts";
import { answer } from "../sources/answer.ts";
import type { Answer, Told } from "../sources/answer.ts";
import { busyAmong, postsOfPeople } from "../sources/bluesky-author.ts";
import { askPosts, distinct, talkOf, uniteTalk } from "../sources/bluesky-count.ts";
import { papersOf, writtenAt } from "../sources/bluesky-post.ts";
import type { BlueskyPost } from "../sources/bluesky-post.ts";
import { SourceError } from "../sources/source-error.ts";
import type { Talk } from "../sources/talk.ts";
import { MICROSECONDS } from "./event.ts";
import type { CollectedPost } from "./hour-file.ts";
import { holesIn } from "./spans.ts";
import type { Span } from "./spans.ts";

/** What was collected: posts, and the times for which all posts are there. */
export interface Collected {
  posts: readonly CollectedPost[];
  /** Microseconds since 1970, in order. */
  covered: readonly Span[];
}

/** Instants in milliseconds since 1970. */
interface Times {
  from: number;
  until: number;
}

const AT_ONCE = 25;

/** Milliseconds. Between collecting and building some time passes; hardly anyone has seen what was posted meanwhile. */
const NEARLY_NOW = 600_000;

const authorOf = (uri: string): string => uri.split("/")[2] ?? "";

/** Milliseconds of this time for which posts are missing; the last minutes do not count. */
export function missingTime({ covered }: Collected, { from, until }: Times): number {
  const holes = holesIn(covered, [from * MICROSECONDS, (until - NEARLY_NOW) * MICROSECONDS]);
  return holes.reduce((sum, [start, end]) => sum + (end - start), 0) / MICROSECONDS;
}

/** Posts as they are now. One address that the service refuses costs only itself. */
async function askSome(
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  uris: readonly string[],
): Promise<{ posts: BlueskyPost[]; at: number; refused: number }> {
  try {
    return { ...(await askPosts(outside, addresses, uris)), refused: 0 };
  } catch (error) {
    if (!(error instanceof SourceError) || error.status !== 400) throw error;
    if (uris.length === 1) return { posts: [], at: 0, refused: 1 };
    const half = Math.ceil(uris.length / 2);
    const first = await askSome(outside, addresses, uris.slice(0, half));
    const second = await askSome(outside, addresses, uris.slice(half));
    return {
      posts: [...first.posts, ...second.posts],
      at: Math.max(first.at, second.at),
      refused: first.refused + second.refused,
    };
  }
}

/** What the notes say about hours: in as few words as possible, because they are in the digest. */
function coverageNote(missing: number, { from, until }: Times): string {
  const hours = (until - from) / 3_600_000;
  return missing === 0
    ? `all posts of ${hours} hours were collected`
    : `posts of ${Math.floor(hours - missing / 3_600_000)} of ${hours} hours were collected`;
}

/** Asks for the posts of this time that were collected. Complete only if all of its hours were. */
export const askCollected = (
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  collected: Collected,
  times: Times,
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const inTime = collected.posts.filter(
      ({ at }) => at > times.from * MICROSECONDS && at <= times.until * MICROSECONDS,
    );
    const missing = missingTime(collected, times);
    const notes = [coverageNote(missing, times)];
    // Programs that link more than a person reads are not asked for at all: they are half of it.
    const busy = busyAmong(
      inTime.map(({ uri, at, papers }) => ({
        did: authorOf(uri),
        day: dateOf(Math.floor(at / MICROSECONDS)),
        papers,
      })),
    );
    const wanted = new Map<string, readonly PaperId[]>(
      inTime.filter(({ uri }) => !busy.has(authorOf(uri))).map(({ uri, papers }) => [uri, papers]),
    );
    const uris = [...wanted.keys()];
    const now: BlueskyPost[] = [];
    let at = 0;
    let refused = 0;
    for (let start = 0; start < uris.length; start += AT_ONCE) {
      const some = await askSome(outside, addresses, uris.slice(start, start + AT_ONCE));
      now.push(...some.posts);
      at = Math.max(at, some.at);
      refused += some.refused;
    }
    const gone = uris.length - now.length - refused;
    if (gone > 0) notes.push(`deleted since: ${gone}`);
    if (refused > 0) notes.push(`refused: ${refused}`);
    // A post's own links count as they are now; a quote is about what it quoted.
    const idsOf = (post: BlueskyPost) => {
      const own = papersOf(post);
      return own.length > 0 ? own : (wanted.get(post.uri) ?? []);
    };
    const posts = postsOfPeople(distinct(now)).filter((post) => {
      const written = writtenAt(post);
      return wanted.has(post.uri) && written > times.from && written <= times.until;
    });
    const time = at === 0 ? outside.now() : at;
    return { at: time, complete: missing === 0, notes, facts: talkOf(posts, timeOf(time), idsOf) };
  });

/** What was collected and what a search found, each post once. */
function united(collected: Told<Talk[]>, found: Told<Talk[]>): Answer<Talk[]> {
  const at = collected.at > found.at ? collected.at : found.at;
  return {
    state: "ok",
    at,
    complete: found.complete,
    notes: [...collected.notes, ...found.notes],
    facts: uniteTalk(collected.facts, found.facts, at),
  };
}

/**
 * What was collected, and for missing hours what a search finds.
 *
 * @param search asks Bluesky's search about the same time
 */
export async function askCollectedOrSearch(
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  collected: Collected,
  times: Times,
  search: () => Promise<Answer<Talk[]>>,
): Promise<Answer<Talk[]>> {
  const posts = await askCollected(outside, addresses, collected, times);
  if (posts.state === "ok" && posts.complete) return posts;
  const found = await search();
  if (posts.state === "failed") return found;
  if (found.state === "failed") return { ...posts, notes: [...posts.notes, `search: ${found.detail}`] };
  return united(posts, found);
}
