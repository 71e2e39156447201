/** The published site's own words: plain English, each network's figures under its own names. */
import type { Counts, Network, SourceState } from "../../digest/digest.ts";
import type { Reason } from "../../live/sources/source-error.ts";

export const NETWORK_NAMES: Record<Network | "arxiv", string> = {
  twitter: "X (Twitter)",
  bluesky: "Bluesky",
  huggingface: "Hugging Face",
  hackernews: "Hacker News",
  arxiv: "arXiv",
};

const number = new Intl.NumberFormat("en");
const long = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const monthAndYear = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** `Friday 20 November 2026`. */
export const longDate = (date: string): string => long.format(Date.parse(date)).replace(",", "");

/** `2026-11` as `November 2026`. */
export const monthName = (month: string): string => monthAndYear.format(Date.parse(`${month}-01`));

/** `1 paper`, `2 papers`. */
export const several = (count: number, one: string, more = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : more}`;

/** Figures under the network's own names: `75 reposts · 305 likes`. Unknown figures are not mentioned. */
export function figures(counts: Counts): string {
  const twitter = counts.network === "twitter";
  const parts: [number | undefined, string][] = [
    [counts.reposts, twitter ? "retweet" : "repost"],
    [counts.likes, twitter && !counts.by ? "favorite" : "like"],
    [counts.upvotes, "upvote"],
    [counts.points, "point"],
    [counts.comments, "comment"],
  ];
  return parts.flatMap(([value, name]) => (value === undefined ? [] : [several(value, name)])).join(" · ");
}

/** By the code; a foreign digest may have codes of its own. */
const REASONS = new Map(
  Object.entries({
    offline: "could not be reached",
    unreachable: "could not be reached",
    timeout: "did not answer in time",
    throttled: "is busy and asked us to wait",
    refused: "did not let us in",
    missing: "is not where it was",
    broken: "is out of order",
    unreadable: "answered something unexpected",
    "too-big": "answered more than we read",
    late: "still has an earlier day",
  }),
);

/** How a source answered, as a sentence. */
export function sourceSentence({ source, state, at, complete, reason }: SourceState): string {
  const name = NETWORK_NAMES[source];
  const time = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  if (state === "failed")
    return `${name} ${REASONS.get(reason ?? "") ?? "did not answer"} (${time}): unknown, not zero.`;
  return `${name} answered at ${time}${complete === false ? ", but not everything" : ""}.`;
}

const CAUSES: Partial<Record<Reason, string>> = {
  timeout: "timed out",
  throttled: "throttled",
  refused: "refused",
  missing: "not found",
  broken: "out of order",
  unreadable: "unreadable",
  "too-big": "too large",
  late: "late",
};

/** Why a source did not answer, for the terminal: one cause of a closed list, and what is known of it. */
export function causeText(reason: Reason, detail: string): string {
  const cause = CAUSES[reason];
  return cause === undefined || detail === cause ? detail : `${cause}: ${detail}`;
}
