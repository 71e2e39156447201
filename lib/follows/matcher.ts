/**
 * Which papers match what a reader follows. Made for whole lists: each word of a paper is looked up among the beginnings of all that is
 * followed, so that 200 follows cost hardly more than one.
 */
import { PREFIX } from "../paper/author-name.ts";
import { comparable } from "../paper/comparable.ts";
import { asKeyword } from "../paper/keywords.ts";
import type { Follow, Follows } from "./follow.ts";

/** What is looked at. */
export interface Readable {
  /** Title and abstract: where words are looked for. */
  text: string;
  /** All names in one text, or more than them. */
  names: string;
  /** Each name as it is printed: asked for only if one may be followed. */
  authors: () => readonly string[];
  categories: readonly string[];
}

/** The same of a paper of a digest. */
export const readablePaper = (paper: {
  title: string;
  abstract?: string | undefined;
  authors: readonly string[];
  categories: readonly string[];
}): Readable => ({
  text: `${paper.title}\n${paper.abstract ?? ""}`,
  names: paper.authors.join(", "),
  authors: () => paper.authors,
  categories: paper.categories,
});

/** Which follows a paper matches, in the list's order: none if it has an excluded word (`-survey`). */
export type Matcher = (paper: Readable) => Follows;

export function createMatcher(follows: Follows): Matcher {
  const words = follows.filter(({ kind }) => kind === "words").map(wordsOf);
  const find = keywordFinder(words.flatMap(({ all, none }) => [...all, ...none]));
  const byWord = Map.groupBy(
    words.filter(({ all }) => all.length > 0),
    ({ all: [first = ""] }) => first,
  );
  const bans = words.filter(({ all, none }) => all.length === 0 && none.length > 0);
  const byFamily = authorsByFamily(follows);
  const categories = new Map(
    follows.flatMap((follow) => (follow.kind === "category" ? [[follow.text, follow] as const] : [])),
  );

  return ({ text, names, authors, categories: ofPaper }) => {
    const found: ReadonlySet<string> = words.length > 0 ? find(comparable(text)) : NONE;
    if (bans.some(({ none }) => none.some((word) => found.has(word)))) return [];
    const matched = new Set<Follow>();
    for (const word of found)
      for (const { follow, all, none } of byWord.get(word) ?? [])
        if (all.every((each) => found.has(each)) && !none.some((each) => found.has(each)))
          matched.add(follow);
    if (byFamily.size > 0 && hasWordOf(comparable(names), byFamily))
      for (const follow of followedAmong(authors(), byFamily)) matched.add(follow);
    for (const category of categories.size > 0 ? ofPaper : []) {
      const archive = category.split(".")[0] ?? "";
      for (const name of [category, archive]) {
        const follow = categories.get(name);
        if (follow) matched.add(follow);
      }
    }
    return [...matched].toSorted((a, b) => follows.indexOf(a) - follows.indexOf(b));
  };
}

const NONE: ReadonlySet<string> = new Set();

interface Words {
  follow: Follow;
  /** Keywords that a paper must have, and must not have. */
  all: string[];
  none: string[];
}

/** `diffusion "image editing" -survey`: all of them, without the one. */
function wordsOf(follow: Follow): Words {
  const all: string[] = [];
  const none: string[] = [];
  const add = (word: string, without: boolean) => {
    const keyword = asKeyword(word);
    if (keyword !== "") (without ? none : all).push(keyword);
  };
  const pieces = follow.text.split(/["“”]/u);
  for (const [at, piece] of pieces.entries())
    if (at % 2 > 0) add(piece, pieces[at - 1]?.endsWith("-") === true); // text in quotes
    else for (const word of piece.split(/\s+/u)) add(word, word.startsWith("-"));
  return { follow, all, none };
}

/** This many letters of a keyword say where to look for it. */
const START = 3;

/** Gives a function that finds which of these keywords are in a comparable text. */
function keywordFinder(keywords: readonly string[]): (text: string) => Set<string> {
  const unspaced: string[] = [];
  /** By the length of their beginnings: a short keyword has a short one. */
  const starts: Map<string, string[]>[] = [];
  for (const keyword of new Set(keywords)) {
    if (!keyword.startsWith(" ")) {
      unspaced.push(keyword);
      continue;
    }
    const start = keyword.slice(1, START + 1);
    const ofLength = (starts[start.length] ??= new Map());
    ofLength.set(start, [...(ofLength.get(start) ?? []), keyword]);
  }
  const lengths = [...starts.entries()].flatMap(([length, map]) => (map ? [[length, map] as const] : []));
  return (text) => {
    const found = new Set(unspaced.filter((keyword) => text.includes(keyword)));
    for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1))
      for (const [length, map] of lengths)
        for (const keyword of map.get(text.slice(at + 1, at + 1 + length)) ?? [])
          if (text.startsWith(keyword, at)) found.add(keyword);
    return found;
  };
}

interface FollowedAuthor {
  follow: Follow;
  /** Folded, a blank before each word. */
  family: string;
  given: string[];
}

/** Authors by the last word of their family names. */
function authorsByFamily(follows: Follows): ReadonlyMap<string, FollowedAuthor[]> {
  const authors = follows.filter(({ kind }) => kind === "author").map(followedAuthor);
  return Map.groupBy(authors, ({ family }) => lastWord(family));
}

/** "Laurens van der Maaten" is given "Laurens"; so is "van der Maaten, Laurens". */
function followedAuthor(follow: Follow): FollowedAuthor {
  const [first = "", after = ""] = follow.text.split(",");
  const words = splitWords(comparable(`${after} ${first}`).replace(SUFFIX, ""));
  let from = words.length - 1;
  while (from > 1 && PREFIX.test(words[from - 1] ?? "")) from -= 1;
  return { follow, family: ` ${words.slice(from).join(" ")}`, given: words.slice(0, Math.max(from, 0)) };
}

/** What arXiv prints after a name. */
const SUFFIX = / (?:jr|sr|i{2,3}|iv)$/u;

const splitWords = (text: string) => text.split(" ").filter((word) => word !== "");
const lastWord = (text: string) => text.slice(text.lastIndexOf(" ") + 1);

function hasWordOf(text: string, words: ReadonlyMap<string, unknown>): boolean {
  for (let at = 0; at >= 0 && at < text.length;) {
    const end = text.indexOf(" ", at + 1);
    if (words.has(text.slice(at + 1, end < 0 ? undefined : end))) return true;
    at = end;
  }
  return false;
}

function* followedAmong(
  authors: readonly string[],
  byFamily: ReadonlyMap<string, FollowedAuthor[]>,
): Iterable<Follow> {
  for (const author of authors) {
    const name = comparable(author).replace(SUFFIX, "");
    for (const followed of byFamily.get(lastWord(name)) ?? [])
      if (isSame(name, followed)) yield followed.follow;
  }
}

/** "Y. LeCun" is "Yann LeCun", and so is "Yann A. LeCun": an initial may be a name, and a name that only one of them has is passed over. */
function isSame(name: string, { family, given }: FollowedAuthor): boolean {
  if (!name.endsWith(family)) return false;
  const rest = splitWords(name.slice(0, -family.length));
  if (rest.length === 0 || given.length === 0) return rest.length === given.length;
  if (rest.some((word) => PREFIX.test(word)) && !given.some((word) => PREFIX.test(word))) return false; // "de Boer" is not "Boer"
  const [longer, shorter] = rest.length > given.length ? [rest, given] : [given, rest];
  if (!isInitialOf(longer[0], shorter[0])) return false;
  let at = 1;
  for (const word of shorter.slice(1)) {
    while (at < longer.length && !isInitialOf(longer[at], word)) at += 1;
    if (at === longer.length) return false;
    at += 1;
  }
  return true;
}

/** Whether two given names may be one. */
const isInitialOf = (a = "", b = "") =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
