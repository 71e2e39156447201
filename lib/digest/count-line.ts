import { readCountTime } from "./dates.ts";
import type { Counts, Entry } from "./digest.ts";
import { MAX_COUNT, MAX_LINE } from "./limits.ts";
import { isNetwork } from "./networks.ts";

/** The figures that a network may give, in the order in which they are written. */
export const COUNT_KINDS = ["reposts", "likes", "points", "upvotes", "comments"] as const;

/** After the figures that it counted. */
export const BY_ALPHAXIV = "by alphaxiv";

const ARCHIVE_LINE = /^- retweets:\s*([^\s,]+),\s*favorites:\s*([^\s(]+)(?:\s+\(([^)]*)\))?$/;
const NETWORK_LINE = /^- ([a-z]+): ([^()]+)(?:\(([^)]*)\))?$/;
const RANK = /^([a-z]+) (\d{1,10})$/;
const RANKS_LINE = /^- ranks: (.+)$/;

/** What replaces the counts if there are none. */
export const NO_COUNTS = "- counts: none";

/** Whether a line claims to be counts, readable or not. */
export function isCountLine(line: string): boolean {
  const [, name = ""] = NAMED_LINE.exec(line) ?? [];
  return name === "retweets" || isNetwork(name);
}

const NAMED_LINE = /^- ([a-z]+):/;

/** A count as digits, and nothing else. */
function readCount(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value <= MAX_COUNT ? value : undefined;
}

/**
 * Reads `- retweets: 288, favorites: 52 (08/13/2021 08:41:51)`, or a line of another network as `write-markdown.ts` writes
 * it: `- bluesky: 12 reposts, 40 likes (11/20/2026 21:00:00)`, `- twitter: 120 reposts, 1340 likes, by alphaxiv (…)`.
 *
 * @returns undefined if a figure is not a number or the time is not a time
 */
export function readCountLine(line: string): Counts | undefined {
  if (line.length > MAX_LINE) return undefined;
  const archive = ARCHIVE_LINE.exec(line);
  if (archive) {
    const reposts = readCount(archive[1] ?? "");
    const likes = readCount(archive[2] ?? "");
    if (reposts === undefined || likes === undefined) return undefined;
    return withTime({ network: "twitter", reposts, likes }, archive[3]);
  }
  const other = NETWORK_LINE.exec(line);
  const network = other?.[1] ?? "";
  if (!other || !isNetwork(network)) return undefined;
  const figures = (other[2] ?? "").trimEnd();
  const counts: Counts = { network };
  for (const part of figures === "unknown" ? [] : figures.split(", ")) {
    if (part === BY_ALPHAXIV) {
      counts.by = "alphaxiv";
      continue;
    }
    const [figure = "", kind = ""] = part.split(" ");
    const value = readCount(figure);
    const known = COUNT_KINDS.find((name) => name === kind);
    if (value === undefined || known === undefined) return undefined;
    counts[known] = value;
  }
  return withTime(counts, other[3]);
}

function withTime(counts: Counts, time: string | undefined): Counts | undefined {
  if (time === undefined) return counts;
  const at = readCountTime(time);
  return at === undefined ? undefined : { ...counts, at };
}

/** Reads `- ranks: bluesky 3, huggingface 1`; undefined for any other line. */
export function readRanksLine(line: string): Entry["ranks"] {
  const match = RANKS_LINE.exec(line);
  if (!match) return undefined;
  const ranks: NonNullable<Entry["ranks"]> = {};
  for (const part of (match[1] ?? "").split(", ")) {
    const [, network = "", rank] = RANK.exec(part) ?? [];
    if (isNetwork(network) && Number(rank) > 0 && Number(rank) <= MAX_COUNT) ranks[network] = Number(rank);
  }
  return ranks;
}
