/** What a badge shows, made of what the index knows, in the worker, where there is time for it. */
import type { Counts, Network } from "../digest/digest.ts";
import type { Badge, BadgeEntry, BadgeFacts, BadgeWording } from "../messages/messages.ts";
import { figureWords, isNamed, markOf, postsWords, rankWords, type Value, values } from "./badge-text.ts";
import { compact, date, ordinal, shortDate } from "./format.ts";
import { text } from "./text.ts";

/** If heat is unknown, it is unknown whether it is too small for a reader. */
const MOST_HEAT = 5;

/** The badge of a paper, its words in the browser's language. */
export function badgeInWords({ id, entries }: BadgeFacts): Badge {
  const [best] = entries;
  if (!best) throw new Error(`a badge without entries: ${id}`);
  return {
    id,
    rank: best.rank,
    heat: best.heat,
    mostHeat: Math.max(...entries.map(({ heat }) => heat || MOST_HEAT)),
    likes: mostLikes(entries.flatMap(({ counts }) => counts)),
    words: wordsOf(best),
  };
}

function mostLikes(counts: readonly Counts[]): Badge["likes"] {
  const most: Partial<Record<Network, number>> = {};
  for (const { network, likes } of counts)
    if (likes !== undefined) most[network] = Math.max(most[network] ?? 0, likes);
  return most;
}

function wordsOf(entry: BadgeEntry): BadgeWording {
  const rank = rankWords(entry);
  const day = date(entry.date);
  const quiet = text("badgeNameQuiet", rank, day);
  const posts = postsWords(entry.posts, entry.counts, listOf(entry));
  const counts = [...figureWords(entry.counts), ...(posts === undefined ? [] : [posts])];
  return {
    place: ordinal(entry.rank),
    rank,
    day: text("badgeDay", shortDate(entry.date)),
    sentence: [
      quiet,
      ...counts.flatMap((count, at) => [text(at > 0 ? "listSeparator" : "badgeColon"), count]),
    ],
    figures: shortFigures(entry),
  };
}

/** Icons are characters: one is drawn with its text, an image or a clipped box costs a page of 50 pills 10 ms. No emoji, and in every system's fonts. */
const ICONS: Readonly<Record<Value["kind"] | "posts", string>> = {
  reposts: "⇄",
  likes: "♡",
  posts: "❝",
  comments: "❝",
  points: "↑",
  upvotes: "↑",
};
/** The name of an entry's list of papers, without what cuts a mirrored sentence into its pieces. */
const listOf = ({ list }: BadgeEntry): string | undefined => list?.replaceAll("|", "/");

/** Characters of a list's name on a pill. */
const MOST_OF_NAME = 24;

/** A name as a pill has room for it. */
function shortName(name: string): string {
  const characters = Array.from(name);
  return characters.length > MOST_OF_NAME
    ? `${characters
        .slice(0, MOST_OF_NAME - 1)
        .join("")
        .trimEnd()}…`
    : name;
}

const THIN_SPACE = "\u2009";
const EN_SPACE = "\u2002";

/**
 * Figures as icon and compact number, or for several networks each one's mark and first figure: `HF 86`. One text: each box that a pill
 * goes without saves 2,000 on a page of 2,000 pills.
 */
function shortFigures(entry: BadgeEntry): string {
  const { counts, posts } = entry;
  const list = listOf(entry);
  if (list !== undefined && postsWords(posts, counts, list) === list) return shortName(list);
  const figures: string[] = [];
  const figure = (mark: string, value: number) => figures.push(mark + THIN_SPACE + compact(value));
  const named = isNamed(counts);
  for (const each of counts) {
    const all = values(each);
    if (!named) for (const { kind, value } of all) figure(ICONS[kind], value);
    else {
      const first = all.find(({ kind }) => kind === "likes") ?? all[0];
      if (first) figure(markOf(each), first.value);
    }
  }
  if (postsWords(posts, counts) !== undefined) figure(ICONS.posts, posts);
  return figures.join(EN_SPACE);
}
