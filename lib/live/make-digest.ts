/** From what sources answered to a digest. Pure: the command line publishes it, the extension keeps it for its reader. */
import type { Digest, Entry, Network, Post, SourceState } from "../digest/digest.ts";
import { isTitleOnly } from "../digest/title-only.ts";
import { timeOf } from "../digest/calendar-date.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { amountOf } from "./ranking/network-rank.ts";
import { NETWORKS } from "../digest/networks.ts";
import type { Ranked } from "./ranking/mixed-rank.ts";
import type { TalkByNetwork } from "./ranking/rank-papers.ts";
import type { Answer } from "./sources/answer.ts";
import type { CountedPost, Names, Talk } from "./sources/talk.ts";

/** As many posts as the archive's makers showed. */
const MOST_POSTS = 10;

/** What a digest is made of. */
export interface Findings {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The papers in order. */
  ranked: readonly Ranked[];
  /** The names of all of them. */
  names: ReadonlyMap<PaperId, Names>;
  talk: TalkByNetwork;
  /** The order is mixed from several networks' ranks, which are named. */
  mixed: boolean;
  /** At least one. */
  sources: readonly SourceState[];
}

/** The digest; its time of writing is that of the last source. */
export function makeDigest({ date, ranked, names, talk, mixed, sources }: Findings): Digest {
  const shown = [...talk.values()].flat().toSorted(amountOrder);
  return {
    version: 1,
    date,
    title: `Hot Papers ${date}`,
    generated: timeOf(Math.max(...sources.map((source) => Date.parse(`${source.at}Z`)))),
    papers: ranked.map((place, index) => entryOf(place, index + 1, names.get(place.id)!, shown, mixed)),
    sources: [...sources],
  };
}

/** Networks in their fixed order. */
const amountOrder = (a: Talk, b: Talk): number =>
  NETWORKS.indexOf(a.counts.network) - NETWORKS.indexOf(b.counts.network) ||
  amountOf(b.counts) - amountOf(a.counts);

/** How much attention a post gets, to compare it with others of its network. */
const heat = ({ likes = 0, reposts = 0, points = 0 }: CountedPost): number => likes + reposts + points;

/** The posts of a paper, those with the most attention first. */
export const hottestPosts = (posts: readonly CountedPost[]): CountedPost[] =>
  posts
    .toSorted((a, b) => heat(b) - heat(a) || (a.date < b.date ? -1 : 1) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_POSTS);

/** A post as it is kept: facts, not figures, and words only if the network lets them be passed on. */
function kept(
  { reposts: _r, likes: _l, points: _p, authorId: _a, text, ...facts }: CountedPost,
  names: Names,
): Post {
  if (text === undefined) return facts;
  const titleOnly = isTitleOnly(text, names.title, names.authors);
  // Bluesky asks that deleted posts disappear everywhere, X that only ids are passed on: their words stay there.
  const isTheirs = facts.network === "bluesky" || facts.network === "twitter";
  return { ...facts, ...(!isTheirs && { text }), ...(titleOnly && { titleOnly }) };
}

function entryOf(place: Ranked, rank: number, names: Names, talk: readonly Talk[], mixed: boolean): Entry {
  const own = talk.filter(({ id }) => id === place.id);
  return {
    id: place.id,
    rank,
    title: names.title,
    authors: names.authors,
    categories: names.categories,
    ...(names.abstract !== undefined && { abstract: names.abstract }),
    counts: own.map(({ counts }) => counts),
    posts: own.flatMap(({ posts }) => hottestPosts(posts).map((post) => kept(post, names))),
    ...(mixed && { ranks: place.ranks }),
  };
}

/** Notes as a source's state has them. */
export const joined = (notes: readonly string[]): { note?: string } =>
  notes.length > 0 ? { note: [...new Set(notes)].join("; ") } : {};

/** How asking a network went, as a digest says it. */
export function stateOf(source: Network, answer: Answer<unknown>): SourceState {
  return answer.state === "ok"
    ? { source, state: "ok", at: answer.at, complete: answer.complete, ...joined(answer.notes) }
    : { source, state: "failed", at: answer.at, reason: answer.reason, ...joined([answer.detail]) };
}

/** Names that networks themselves know, if arXiv tells none. */
export const namesFrom = (talk: TalkByNetwork): Map<PaperId, Names> =>
  new Map([...talk.values()].flat().flatMap(({ id, names }) => (names ? [[id, names]] : [])));
