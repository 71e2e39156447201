/** The words of counts and badges, for the eye and for screen readers. */
import type { Counts, Network } from "../digest/digest.ts";
import type { BadgeEntry } from "../messages/messages.ts";
import { number, ordinal } from "./format.ts";
import { plural, text, type PluralKey } from "./text.ts";

/** One figure of a network. */
export interface Value {
  kind: "reposts" | "likes" | "points" | "upvotes" | "comments";
  value: number;
}

/** The same under the network's own name. */
export interface Figure extends Value {
  /** "288 retweets" */
  words: string;
}

const KINDS = ["reposts", "likes", "points", "upvotes", "comments"] as const;

const NAMES: Readonly<Record<Value["kind"], PluralKey>> = {
  reposts: "countReposts",
  likes: "countLikes",
  points: "countPoints",
  upvotes: "countUpvotes",
  comments: "countComments",
};
/** Twitter has its own names for two of them. */
const TWITTER_NAMES: typeof NAMES = { ...NAMES, reposts: "countRetweets", likes: "countFavorites" };
/** Its names for them as X. */
const X_NAMES: typeof NAMES = { ...NAMES, reposts: "countRetweets" };
const namesOf = ({ network, by }: Counts) => (network !== "twitter" ? NAMES : by ? X_NAMES : TWITTER_NAMES);

/** What a network gave, in a fixed order; an absent figure is unknown and left out. */
export function values(counts: Counts): Value[] {
  const found: Value[] = [];
  for (const kind of KINDS) {
    const value = counts[kind];
    if (value !== undefined) found.push({ kind, value });
  }
  return found;
}

/** The same with words. */
export function figures(counts: Counts): Figure[] {
  const names = namesOf(counts);
  return values(counts).map(({ kind, value }) => ({
    kind,
    value,
    words: plural(names[kind], value, number(value)),
  }));
}

/**
 * "1 tweet", or "2 posts" if they are on other networks. Undefined for none of those: Hugging Face has votes and no posts, and
 * "0 posts" beside 312 upvotes would be wrong. A list of papers that counted nothing is shown by its name.
 */
export function postsWords(posts: number, counts: readonly Counts[], list?: string): string | undefined {
  if (list && !counts[0] && !posts) return list;
  const tweets = counts.every((one) => one.network === "twitter" && !one.by);
  if (posts === 0 && !tweets) return undefined;
  return plural(tweets ? "countTweets" : "countPosts", posts, number(posts));
}

/** "3rd of 11" */
export const rankWords = (entry: Pick<BadgeEntry, "rank" | "of">): string =>
  text("badgeRank", ordinal(entry.rank), number(entry.of));

/** A network's mark, for places without room for its name. */
const NETWORK_MARKS: Readonly<Record<Network, string>> = {
  twitter: "Tw",
  bluesky: "Bs",
  huggingface: "HF",
  hackernews: "HN",
};

/** Networks whose figures have names of their own: retweets and favorites, upvotes. */
const NAMED_BY_FIGURES: ReadonlySet<Network> = new Set(["twitter", "huggingface"]);

/** Whether figures need their network's name beside them: those of several, and those whose words many networks have. */
export const isNamed = (counts: readonly Counts[]): boolean =>
  counts.length > 1 || counts.some(({ network }) => !NAMED_BY_FIGURES.has(network));

/** All figures in words, those of each network after its name if that is needed: "Bluesky 12 reposts", "40 likes". */
export const figureWords = (counts: readonly Counts[]): string[] =>
  counts.flatMap((each) =>
    figures(each).map(({ words }, at) =>
      at === 0 && isNamed(counts) ? text("countOf", nameOf(each), words) : words,
    ),
  );

/** A network's own name. */
export const networkName = (network: Network): string => text(`network_${network}`);

/** The name of the network that counts are of: "X", if alphaXiv counted today's. */
export const nameOf = ({ network, by }: Pick<Counts, "network" | "by">): string =>
  by ? text("network_x") : networkName(network);

/** Two letters or so of it. */
export const markOf = ({ network, by }: Pick<Counts, "network" | "by">): string =>
  by ? "X" : NETWORK_MARKS[network];
