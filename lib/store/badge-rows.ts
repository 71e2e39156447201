/** From a merged day to rows of blocks, and from rows to what a badge shows. */
import type { Counts, Digest } from "../digest/digest.ts";
import { heatOf } from "../digest/heat.ts";
import type { Badge, BadgeEntry } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { type BlockRow, dateOf, dayNumber } from "./block.ts";
import { type Place, placeOf } from "./place.ts";

/** The rows of a day, each with its place: one for each network of an entry, one without counts where there is none. */
export function rowsOf(digest: Digest): { place: Place; row: BlockRow }[] {
  const day = dayNumber(digest.date);
  if (day === undefined) return [];
  return digest.papers.flatMap(({ id, rank, counts, posts }) => {
    const place = placeOf(id);
    const row: BlockRow = {
      offset: place.offset,
      day,
      rank,
      of: digest.papers.length,
      posts: posts.length,
    };
    if (counts.length === 0) return [{ place, row }];
    return counts.map((each) => ({ place, row: { ...row, counts: each } }));
  });
}

/** The badge of a paper from its rows (at least one): networks of a day together, best rank first, then newest first. */
export function badgeOf(id: PaperId, rows: readonly BlockRow[]): Badge {
  const byDay = Map.groupBy(rows, ({ day }) => day);
  const entries = [...byDay.entries()].map(([day, ofDay]) => entryOf(dateOf(day), ofDay));
  return { id, entries: entries.toSorted((a, b) => a.rank - b.rank || (a.date < b.date ? 1 : -1)) };
}

function entryOf(date: string, rows: BlockRow[]): BadgeEntry {
  const counts = rows.flatMap((row): Counts[] => (row.counts ? [row.counts] : []));
  const { rank = 0, of = 0, posts = 0 } = rows[0] ?? {};
  return { date, rank, of, counts, posts, heat: heatOf(counts, date) };
}
