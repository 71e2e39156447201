/** Feeds in the reader's language: what they are, how they are, what is wrong and what to do. */
import { isUnusable } from "../settings/unusable-codes.ts";
import { daysBetween } from "../digest/dates.ts";
import type { FeedState } from "./plan.ts";
import type { LogLine } from "./request-log.ts";
import type { AsideCode, FeedErrorCode } from "./feed-error.ts";
import type { FeedKind } from "./read/recognise.ts";
import type { FeedStatus } from "../messages/messages.ts";
import { PROBLEM_CODES } from "../digest/problem.ts";
import type { ProblemCode } from "../digest/problem.ts";
import { date as dayWords } from "../texts/format.ts";
import { capital } from "../texts/capital.ts";
import { sentences } from "../texts/sentences.ts";
import { text } from "../texts/text.ts";
import type { TextKey } from "../texts/text.ts";
import type { StoredCheck } from "./feed-checks.ts";
import { problemSentence } from "../texts/problem-text.ts";

export const kindText = (kind: FeedKind): string => text(`feedsKind${capital(kind)}`);

/** What is wrong, and what the reader can do about it. `$1` is the host, `$2` the status of its answer. */
const ERRORS = {
  offline: ["feedsOffline"],
  unreachable: ["feedsUnreachable", "feedsUnreachableAdvice"],
  noAccess: ["feedsNoAccess", "feedsNoAccessAdvice"],
  cutOff: ["feedsCutOff", "feedsLaterAdvice"],
  timeout: ["feedsTimeout", "feedsLaterAdvice"],
  notFound: ["feedsNotFound", "feedsAddressAdvice"],
  refused: ["feedsRefused", "feedsAddressAdvice"],
  throttled: ["feedsThrottled", "feedsLaterAdvice"],
  broken: ["feedsBroken", "feedsLaterAdvice"],
  tooLarge: ["feedsTooLarge", "feedsPublisherAdvice"],
  insecure: ["feedsInsecure", "feedsInsecureAdvice"],
  local: ["feedsLocal", "feedsPublisherAdvice"],
  noAddress: ["feedsNoAddress", "feedsNoAddressAdvice"],
  noFeed: ["feedsNoFeed", "feedsNoFeedAdvice"],
  unreadable: ["feedsUnreadable", "feedsPublisherAdvice"],
  newerVersion: ["feedsNewerVersion", "feedsNewerVersionAdvice"],
  checksum: ["feedsChecksum", "feedsLaterAdvice"],
  interrupted: ["feedsInterrupted", "feedsLaterAdvice"],
  "store-full": ["feedsStoreFull", "feedsStoreFullAdvice"],
  "store-newerVersion": ["feedsStoreNewerVersion", "feedsNewerVersionAdvice"],
  "store-blocked": ["feedsStoreBlocked", "feedsStoreBlockedAdvice"],
  "store-failed": ["feedsStoreFailed", "feedsStoreBlockedAdvice"],
} as const satisfies Record<
  FeedErrorCode | "interrupted" | `store-${"full" | "newerVersion" | "blocked" | "failed"}`,
  readonly [TextKey, TextKey?]
>;

const isErrorCode = (code: string): code is keyof typeof ERRORS => Object.hasOwn(ERRORS, code);

export interface ErrorText {
  text: string;
  advice?: string;
}

/** What went wrong with a feed, as sentences. */
export function errorText({
  code,
  host = "",
  status,
  detail = "",
}: NonNullable<StoredCheck["error"]>): ErrorText {
  const [what, advice] = isErrorCode(code) ? ERRORS[code] : ERRORS["store-failed"];
  const second = code.startsWith("store-") ? detail : String(status ?? "");
  return { text: text(what, host, second), ...(advice && { advice: text(advice, host) }) };
}

/** A line of the log: what came of a request. */
export function outcomeText(outcome: LogLine["outcome"]): string {
  if (outcome === "new") return text("feedsLogNew");
  if (outcome === "unchanged") return text("feedsLogUnchanged");
  return text(LOG[outcome] ?? "feedsLogFailed");
}

const LOG: Partial<Record<FeedErrorCode, TextKey>> = {
  unreachable: "feedsLogUnreachable",
  noAccess: "feedsLogNoAccess",
  timeout: "feedsLogTimeout",
  notFound: "feedsLogNotFound",
  refused: "feedsLogRefused",
  throttled: "feedsLogThrottled",
  tooLarge: "feedsLogTooLarge",
  offline: "feedsLogOffline",
};

const isProblemCode = (code: string): code is ProblemCode =>
  (PROBLEM_CODES as readonly string[]).includes(code);

/** Why a file was set aside. */
export function asideText({ code, detail }: { code: AsideCode; detail?: string }): string {
  if (code === "wrongDate") return text("feedsWrongDate", detail ? dayWords(detail) : "");
  if (isProblemCode(code)) return problemSentence({ code, ...(detail !== undefined && { detail }) });
  return errorText({ code }).text;
}

/** This many are shown of a feed that is damaged all over. */
const MOST_ASIDE = 20;

/** Files of a feed that were set aside, newest first. */
export function asideOf({ done }: FeedState): FeedStatus["aside"] {
  return Object.entries(done)
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([name, { aside }]) => (aside ? [{ name, reason: asideText(aside) }] : []))
    .slice(0, MOST_ASIDE);
}

/** A feed whose newest digest is older than this, in days, is called old: a long weekend has four. */
const OLD_AFTER = 7;

export interface Known {
  check: StoredCheck;
  digests: number;
  newest?: string | undefined;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Fresh, old, unreachable, empty and unreadable are five different sentences. */
export function stateText({ check, digests, newest, today }: Known): FeedStatus["state"] {
  const { error, good, last } = check;
  if (error) {
    const { text: what, advice } = errorText(error);
    const kept = newest === undefined ? undefined : text("feedsKept", dayWords(newest));
    const tone = isUnusable(error.code) || newest === undefined ? "bad" : "warn";
    return { tone, text: sentences(what, kept), ...(advice !== undefined && { advice }) };
  }
  if (last === undefined && good === undefined) return { tone: "plain", text: text("feedsNotAsked") };
  if (digests === 0 || newest === undefined) return { tone: "warn", text: text("feedsEmpty") };
  const age = daysBetween(newest, today);
  if (age > OLD_AFTER) return { tone: "warn", text: text("feedsOld", dayWords(newest)) };
  return { tone: "ok", text: text("feedsFresh", dayWords(newest)) };
}
