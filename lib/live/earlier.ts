/** What an earlier digest of the same day knows, for a source that does not answer now: a poorer answer never replaces a better one. */
import type { Counts, Digest, Network } from "../digest/digest.ts";
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

/** An answer that is not complete lacks whole days of Hugging Face, or whole papers of alphaXiv. */
const isAskedInParts = ({ network, by }: Counts): boolean => network === "huggingface" || by !== undefined;

/**
 * What a network says now, and what it said earlier about papers for which it gives no answer now. If it is asked in parts, the papers of
 * the other parts stay. Each keeps the time at which it was counted.
 */
export function withEarlier(answer: Answer<Talk[]>, known: readonly Talk[]): Talk[] {
  if (answer.state === "failed") return [...known];
  if (answer.complete) return answer.facts;
  const now = new Set(answer.facts.map(({ id }) => id));
  return [...answer.facts, ...known.filter(({ id, counts }) => isAskedInParts(counts) && !now.has(id))];
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
