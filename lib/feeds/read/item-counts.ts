/**
 * Figures that an item states in words: `Upvotes: 52`, `38 points`, `120 likes`. They count as a network's only if the feed says which:
 * by its name, its site, or where the item leads. What is not certain is not a figure.
 */
import type { CountKind, Counts, Network } from "../../digest/digest.ts";
import { MAX_COUNT } from "../../digest/limits.ts";
import type { FeedItem, ItemFeed } from "./feed-item.ts";

type Kind = CountKind;

interface Home {
  network: Network;
  /** As people write it, in lower case. */
  names: readonly string[];
  hosts: readonly string[];
  /** What is counted there. */
  kinds: readonly Kind[];
}

const HOMES: readonly Home[] = [
  {
    network: "huggingface",
    names: ["hugging face", "huggingface"],
    hosts: ["huggingface.co", "hf.co"],
    kinds: ["upvotes", "comments"],
  },
  {
    network: "hackernews",
    names: ["hacker news"],
    hosts: ["news.ycombinator.com"],
    kinds: ["points", "comments"],
  },
  { network: "bluesky", names: ["bluesky"], hosts: ["bsky.app"], kinds: ["likes", "reposts"] },
  { network: "twitter", names: ["twitter"], hosts: ["x.com", "twitter.com"], kinds: ["likes", "reposts"] },
];

const WORDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    upvote: "upvotes",
    point: "points",
    like: "likes",
    favorite: "likes",
    repost: "reposts",
    retweet: "reposts",
    comment: "comments",
  }),
);

function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./u, "") ?? "";
}

/** The networks that a feed says it is of. */
export function homesOf({ title, about }: ItemFeed): Home[] {
  const hosts = new Set(about.map(hostOf));
  const words = [title, ...about].join("\n").toLowerCase();
  return HOMES.filter(
    (home) => home.names.some((name) => words.includes(name)) || home.hosts.some((host) => hosts.has(host)),
  );
}

/** A line in the pieces that people put between dots, bars, commas of lists and brackets. */
const piecesOf = (line: string): string[] => line.split(/ [·•|] |[()[\]]/u).map((piece) => piece.trim());

/** `Upvotes: 52`, `# Comments: 4`, `1,340 likes`: a piece that says this and nothing else. */
function figureOf(piece: string): { kind: Kind; value: number } | undefined {
  if (piece.length > 40) return undefined;
  const found =
    /^(?:# )?(?<word>[a-z]+) ?: ?(?<figure>\d[\d,]*)$/iu.exec(piece)?.groups ??
    /^(?<figure>\d[\d,]*) (?<word>[a-z]+)$/iu.exec(piece)?.groups;
  if (!found) return undefined;
  const { word = "", figure = "" } = found;
  const singular = word.toLowerCase();
  const kind = WORDS.get(singular.endsWith("s") ? singular.slice(0, -1) : singular);
  const value = Number(figure.replaceAll(",", ""));
  return kind && value <= MAX_COUNT ? { kind, value } : undefined;
}

/**
 * The counts that an item states.
 *
 * @param homes the networks that its feed says it is of
 * @param built when the feed was built, which is when they were counted
 */
export function countsOf(
  { addresses, talk = "" }: FeedItem,
  lines: readonly string[],
  homes: readonly Home[],
  built: string | undefined,
): Counts[] {
  const hosts = new Set([...addresses, talk].map(hostOf));
  const here = HOMES.filter((home) => homes.includes(home) || home.hosts.some((host) => hosts.has(host)));
  if (here.length === 0) return [];
  const counts = new Map<Network, Counts>();
  for (const figure of lines.flatMap(piecesOf).map(figureOf)) {
    if (!figure) continue;
    const [home, other] = here.filter(({ kinds }) => kinds.includes(figure.kind));
    if (!home || other) continue; // no network counts that, or one of two does
    const { network } = home;
    const own: Counts = counts.get(network) ?? { network, ...(built !== undefined && { at: built }) };
    own[figure.kind] ??= figure.value;
    counts.set(network, own);
  }
  return [...counts.values()];
}
