/** What an earlier digest of the same day knows, for a source that does not answer now: a poorer answer never replaces a better one. */
import type { Digest, Network } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Answer } from "./sources/answer.ts";
import type { CountedPost, Names, Talk } from "./sources/talk.ts";

/** An author of Bluesky is named in the address of the post, `at://did:plc:…/…`: their wish can be asked for again. */
function counted(post: Talk["posts"][number]): CountedPost {
  const authorId = post.network === "bluesky" ? post.id.split("/")[2] : undefined;
  return { ...post, ...(authorId !== undefined && { authorId }) };
}

/** What a digest says of one network. */
export const talkIn = ({ papers }: Digest, network: Network): Talk[] =>
  papers.flatMap(({ id, counts, posts }) => {
    const own = counts.find((each) => each.network === network);
    const said = posts.filter((post) => post.network === network).map(counted);
    return own ? [{ id, counts: own, posts: said }] : [];
  });

/** What a digest calls its papers. */
export const namesIn = ({ papers }: Digest): [PaperId, Names][] =>
  papers.map(({ id, title, authors, categories, abstract }) => [
    id,
    { title, authors, categories, ...(abstract !== undefined && { abstract }) },
  ]);

/**
 * What a network says now, and what it said earlier of papers about which it does not answer now. Hugging Face is asked day by day: an
 * answer that is not complete lacks whole days, whose papers stay. Each keeps the time at which it was counted.
 */
export function withEarlier(answer: Answer<Talk[]>, known: readonly Talk[]): Talk[] {
  if (answer.state === "failed") return [...known];
  if (answer.complete) return answer.facts;
  const now = new Set(answer.facts.map(({ id }) => id));
  return [
    ...answer.facts,
    ...known.filter(({ id, counts }) => counts.network === "huggingface" && !now.has(id)),
  ];
}

/**
 * Why a digest is poorer than one of the same day that is there already, as a piece of a sentence; undefined if it is not. More papers,
 * or more sources that answered, are better.
 */
export function poorerThan(before: Digest, now: Digest): string | undefined {
  if (now.papers.length < before.papers.length)
    return `it has ${before.papers.length} papers, the new one ${now.papers.length}`;
  const [had, has] = [answeredIn(before), answeredIn(now)];
  if (has < had) return `${had} sources answered for it, ${has} for the new one`;
  return undefined;
}

const answeredIn = ({ sources = [] }: Digest): number => sources.filter(({ state }) => state === "ok").length;
