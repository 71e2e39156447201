/** From a merged day to rows of blocks, and from rows to what a badge shows. */
import type { Digest } from "../digest/digest.ts";
import { heatOf } from "../digest/heat.ts";
import type { BadgeEntry, BadgeFacts } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { type BlockRow, dateOf, dayNumber } from "./block.ts";
import { type Place, placeOf } from "./block-key.ts";
import type { Lists } from "./read-lists.ts";
import type { Scales } from "./read-scales.ts";
import type { StoredDay } from "./schema.ts";

/** The names of the lists of papers that named some of a day's, each once. */
const listsOf = ({ papers }: Digest): string[] => [...new Set(papers.flatMap(({ list }) => list ?? []))];

/** What is kept of a day so that days can be listed and rows assigned to them. */
export function storedDay(digest: Digest): StoredDay {
  const lists = listsOf(digest);
  return { date: digest.date, papers: digest.papers.length, ...(lists.length > 0 && { lists }) };
}

/** The rows of a day, each with its place: one for each network of an entry, one without counts if there is none. */
export function rowsOf(digest: Digest): { place: Place; row: BlockRow }[] {
  const day = dayNumber(digest.date);
  if (day === undefined) return [];
  const lists = listsOf(digest);
  return digest.papers.flatMap(({ id, rank, counts, posts, list }) => {
    const place = placeOf(id);
    const row: BlockRow = {
      offset: place.offset,
      day,
      rank,
      of: digest.papers.length,
      posts: posts.length,
    };
    if (counts.length === 0)
      return [{ place, row: list === undefined ? row : { ...row, list: lists.indexOf(list) } }];
    return counts.map((each) => ({ place, row: { ...row, counts: each } }));
  });
}

/**
 * What a badge is made of, from the rows of a paper: networks of a day together, best rank first, then newest first.
 *
 * @param rows at least one, in order of day
 * @param scales of their days
 * @param lists names of the lists of papers of those days that have rows of them
 */
export function factsOf(id: PaperId, rows: readonly BlockRow[], scales: Scales, lists: Lists): BadgeFacts {
  const entries: BadgeEntry[] = [];
  let day: number | undefined;
  for (const row of rows) {
    if (row.day !== day) entries.push(entryOf(row, lists));
    day = row.day;
    // X comes first, as in digests, even if alphaXiv counted it, whose rows are the last of a day.
    if (row.counts?.by) entries.at(-1)?.counts.unshift(row.counts);
    else if (row.counts) entries.at(-1)?.counts.push(row.counts);
  }
  for (const entry of entries) entry.heat = heatOf(entry.counts, entry.date, scales.get(entry.date));
  if (entries.length > 1) entries.sort((a, b) => a.rank - b.rank || (a.date < b.date ? 1 : -1));
  return { id, entries };
}

function entryOf({ day, rank, of, posts, list }: BlockRow, lists: Lists): BadgeEntry {
  const date = dateOf(day);
  const name = list === undefined ? undefined : lists.get(date)?.[list];
  return { date, rank, of, counts: [], posts, heat: 0, ...(name !== undefined && { list: name }) };
}
