/**
 * Days before today's, one request to Hugging Face each: the last week for a new reader, or all after the digests that come with the
 * extension.
 */
import { weekdayOf } from "../digest/calendar-date.ts";
import { addDays } from "../digest/dates.ts";
import type { Digest } from "../digest/digest.ts";
import { rankPapers } from "./ranking/rank-papers.ts";
import type { Addresses } from "./sources/addresses.ts";
import type { Failed } from "./sources/answer.ts";
import { askHuggingFace } from "./sources/huggingface.ts";
import type { Outside } from "../net/outside.ts";
import { makeDigest, namesFrom, stateOf } from "./make-digest.ts";

/** As in the bundled digests: fewer say little, and ranks stay comparable. */
const LEAST_UPVOTES = 5;
/** A gap is filled this many days back at most. */
const MOST_DAYS = 366;

/** A day's digest; `none` if Hugging Face has no list of it. */
export type PastDay = { digest: Digest } | { none: true } | { failure: Failed };

/** Asks for one day, with one request; throws only on an abort. */
export async function askPastDay(
  outside: Outside,
  addresses: Pick<Addresses, "huggingface">,
  date: string,
): Promise<PastDay> {
  const answer = await askHuggingFace(outside, addresses, [date], { tries: 1, pages: 1 });
  if (answer.state === "failed") return answer.status === 400 ? { none: true } : { failure: answer };
  const talk = new Map([
    ["huggingface" as const, answer.facts.filter(({ counts }) => (counts.upvotes ?? 0) >= LEAST_UPVOTES)],
  ]);
  const ranked = rankPapers(talk);
  if (ranked.length === 0) return { none: true };
  const sources = [stateOf("huggingface", answer)];
  return { digest: makeDigest({ date, ranked, names: namesFrom(talk), talk, mixed: false, sources }) };
}

/**
 * Days that have a list at Hugging Face and none here, newest first: weekdays only.
 *
 * @param after only days after this one
 * @param before only days before this one
 * @param known days that have a digest here, or no list at Hugging Face
 */
export function missingDays(after: string, before: string, known: ReadonlySet<string>): string[] {
  const missing: string[] = [];
  for (let day = addDays(before, -1), left = MOST_DAYS; day > after && left > 0; day = addDays(day, -1)) {
    left -= 1;
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6 && !known.has(day)) missing.push(day);
  }
  return missing;
}
