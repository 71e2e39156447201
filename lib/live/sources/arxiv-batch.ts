/** Whether arXiv's feed is of the day that we think it is, decided by what it holds and never by the dates in it. */
import type { ArxivList } from "./arxiv-list.ts";
import type { Announced } from "./arxiv-rss.ts";

export type Confirmation =
  /** The list says this day, and the feed has its papers. */
  | "confirmed"
  /** The list is still of an earlier day. */
  | "late"
  /** The list is of this day, but the feed in that category is not (arXiv's stale batch). */
  | "stale"
  /** Already past that day: its papers come from OAI-PMH. */
  | "past"
  /** Nothing to compare with. */
  | "unknown";

/**
 * Compares the RSS batch with the list of one of its categories. `date` is what the calendar says (`YYYY-MM-DD`).
 */
export function confirmBatch(
  batch: readonly Announced[] | undefined,
  list: Pick<ArxivList, "date" | "newIds"> | undefined,
  date: string,
): Confirmation {
  if (!list) return "unknown";
  if (list.date < date) return "late";
  if (list.date > date) return "past";
  return !batch || holdsList(batch, list) ? "confirmed" : "stale";
}

/**
 * Whether the feed is of the list's day: it has at least half of the list's new papers, because the two are rendered at different
 * moments, and a paper can be withdrawn in between.
 */
function holdsList(batch: readonly Announced[], { newIds }: Pick<ArxivList, "newIds">): boolean {
  const ids = new Set(batch.map(({ id }) => id));
  const shared = newIds.filter((id) => ids.has(id)).length;
  return shared * 2 >= newIds.length;
}
