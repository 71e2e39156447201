/** One day of the index: what all feeds' copies of it give together. */
import { BUNDLED_IDS } from "../digest/bundled.ts";
import type { Digest } from "../digest/digest.ts";
import { mergeCopies } from "../digest/merge.ts";
import { mergeFeeds } from "../digest/merge-feeds.ts";
import type { FeedRecord, Shown, StoredDigest, StoredFullTexts } from "./schema.ts";
import { soundShown } from "./sound.ts";
import { fromStored } from "./stored-digest.ts";

/** Id of the record that says what is shown. */
export const SHOWN = "shown";

const EVERYTHING: Shown = { order: [], hidden: [] };

/** What is shown, by its record; everything, in no order, if there is none. */
export const shownBy = (record: FeedRecord | undefined): Shown => soundShown(record) ?? EVERYTHING;

/**
 * The archive and what the reader imported are copies of the same digests, of which the newer counts; if two are equally
 * new, the reader's own goes before the one that came with the extension. A feed is a source of its own.
 */
const COPIES = ["files", "archive"];

/** Bundled feeds of other networks come last: a feed that asks the same network later knows more. */
const LAST: ReadonlySet<string> = new Set(BUNDLED_IDS.filter((id) => !COPIES.includes(id)));

/**
 * The merged digest of a day, or undefined if no feed that is shown has it. Without `words` it has facts only. Feeds go
 * before the archive, in the order that the reader chose.
 */
export function mergedDay(
  copies: readonly StoredDigest[],
  { order, hidden }: Shown,
  words: readonly StoredFullTexts[] = [],
): Digest | undefined {
  const byFeed = new Map(words.map((each) => [each.feed, each]));
  const digestOf = (facts: StoredDigest) => {
    const own = byFeed.get(facts.feed);
    return fromStored(own ? { facts, words: own } : { facts });
  };
  const shown = copies.filter(({ feed }) => !hidden.includes(feed));
  const place = ({ feed }: StoredDigest) => (order.includes(feed) ? order.indexOf(feed) : order.length);
  const feeds = shown
    .filter(({ feed }) => !COPIES.includes(feed) && !LAST.has(feed))
    .toSorted((a, b) => place(a) - place(b) || (a.feed < b.feed ? -1 : 1));
  const same = COPIES.flatMap((id) => shown.find(({ feed }) => feed === id) ?? []);
  const last = shown.filter(({ feed }) => LAST.has(feed));
  const digests = [
    ...feeds.map(digestOf),
    ...(same.length > 0 ? [mergeCopies(same.map(digestOf))] : []),
    ...last.map(digestOf),
  ];
  return digests.length > 0 ? mergeFeeds(digests) : undefined;
}
