/** One day of the index: what all feeds' copies of it give together. */
import type { Digest } from "../digest/digest.ts";
import { mergeCopies } from "../digest/merge.ts";
import type { StoredDigest, StoredWords } from "./schema.ts";
import { fromStored } from "./stored-digest.ts";

/**
 * Where two copies were written at the same time, what somebody brought goes before what came with the extension, and
 * otherwise the order of their feeds' names decides: always the same one.
 */
const preferredFirst = (a: StoredDigest, b: StoredDigest) =>
  Number(a.feed === "archive") - Number(b.feed === "archive") || (a.feed < b.feed ? -1 : 1);

/** The merged digest of a day, or undefined where no feed has it. Without `words` it has facts only. */
export function mergedDay(
  copies: readonly StoredDigest[],
  words: readonly StoredWords[] = [],
): Digest | undefined {
  if (copies.length === 0) return undefined;
  const byFeed = new Map(words.map((each) => [each.feed, each]));
  return mergeCopies(
    copies.toSorted(preferredFirst).map((facts) => {
      const own = byFeed.get(facts.feed);
      return fromStored(own ? { facts, words: own } : { facts });
    }),
  );
}
