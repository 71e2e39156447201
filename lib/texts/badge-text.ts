/** The words of counts and badges, for the eye and for screen readers. */
import type { Counts, Network } from "../digest/digest.ts";
import type { BadgeEntry } from "../messages/messages.ts";
import { date, number, ordinal } from "./format.ts";
import { plural, text, type PluralKey } from "./text.ts";

/** One figure of a network under the network's own name. */
export interface Figure {
  kind: "reposts" | "likes" | "points" | "upvotes" | "comments";
  value: number;
  /** "288 retweets" */
  words: string;
}

const KINDS = ["reposts", "likes", "points", "upvotes", "comments"] as const;

/** Twitter has its own names for two of them. */
const nameOf = (network: Network, kind: Figure["kind"]): PluralKey => {
  if (network === "twitter" && kind === "reposts") return "countRetweets";
  if (network === "twitter" && kind === "likes") return "countFavorites";
  const names: Record<Figure["kind"], PluralKey> = {
    reposts: "countReposts",
    likes: "countLikes",
    points: "countPoints",
    upvotes: "countUpvotes",
    comments: "countComments",
  };
  return names[kind];
};

/** The figures that a network gave, in a fixed order; an absent one is unknown and left out. */
export function figures(counts: Counts): Figure[] {
  return KINDS.flatMap((kind) => {
    const value = counts[kind];
    if (value === undefined) return [];
    return [{ kind, value, words: plural(nameOf(counts.network, kind), value, number(value)) }];
  });
}

/** "1 tweet", or "2 posts" where they are of other networks. */
export function postsWords(posts: number, counts: readonly Counts[]): string {
  const tweets = counts.every((one) => one.network === "twitter");
  return plural(tweets ? "countTweets" : "countPosts", posts, number(posts));
}

/** "3rd of 11" */
export const rankWords = (entry: Pick<BadgeEntry, "rank" | "of">): string =>
  text("badgeRank", ordinal(entry.rank), number(entry.of));

/** What stands for a network where there is no room for its name. */
export const NETWORK_MARKS: Readonly<Record<Network, string>> = {
  twitter: "Tw",
  bluesky: "Bs",
  huggingface: "HF",
  hackernews: "HN",
};

/** Whether figures need their network's name beside them: all but those of the archive's Twitter alone. */
export const isNamed = (counts: readonly Counts[]): boolean =>
  counts.length > 1 || counts.some(({ network }) => network !== "twitter");

/** All figures in words, those of each network behind its name where that is needed: "Bluesky 12 reposts", "40 likes". */
export const figureWords = (counts: readonly Counts[]): string[] =>
  counts.flatMap((each) =>
    figures(each).map(({ words }, at) =>
      at === 0 && isNamed(counts) ? text("countOf", networkName(each.network), words) : words,
    ),
  );

/** The accessible sentence: `3rd of 11 on 12 August 2021: 288 retweets, 52 favorites, 1 tweet`. */
export function badgeName(entry: BadgeEntry): string {
  const parts = [...figureWords(entry.counts), postsWords(entry.posts, entry.counts)];
  return text("badgeName", rankWords(entry), date(entry.date), parts.join(text("listSeparator")));
}

/** The same without figures: `3rd of 11 on 12 August 2021`. */
export const quietName = (entry: BadgeEntry): string =>
  text("badgeNameQuiet", rankWords(entry), date(entry.date));

/** A network's own name. */
export const networkName = (network: Network): string => text(`network_${network}`);
