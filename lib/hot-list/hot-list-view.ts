/** Everything that the hot list can be: one case for each, so that none looks like another. */
import type { PaperId } from "../paper/paper-id.ts";
import type { ArchiveState } from "./archive-state.ts";
import { distance, type Neighbours } from "./days.ts";
import type { WindowNote } from "./resolve-target.ts";
import type { ShownList } from "./shown-list.ts";

/** Why the index could not be read, for the reader: the database's own codes that have a remedy, and all others. */
export type IndexFailure = "newerVersion" | "blocked" | "failed";

/** Which papers can have badges at all: the first and the last digest of the index. */
export interface BadgeRange {
  from: string;
  to: string;
  /** A paper with a badge. */
  example?: PaperId;
}

/** A list is on show. Its neighbours are days in the windows before and after. */
export interface ListView extends Neighbours {
  kind: "list";
  list: ShownList;
  /** Why this is not what was asked for. */
  note?: WindowNote;
  oldest: string;
  newest: string;
  /** Said where the newest digest is on show and is so old that nobody sees badges on today's papers. */
  badgeRange?: BadgeRange;
  /**
   * The embedded archive could not be read in, beside digests that are there. One that is on its way is not told here: its
   * import is one transaction, which keeps the index from answering until it ends.
   */
  archiveFailed?: true;
}

export type HotListView =
  | { kind: "loading" }
  /** First run. `progress` is 0 to 1. */
  | { kind: "importing"; progress: number }
  | { kind: "importFailed"; failure?: string }
  /** There is no digest: the reader deleted everything, or (`nothing`) nobody knows why. */
  | { kind: "deleted" }
  | { kind: "nothing" }
  | { kind: "failed"; failure: IndexFailure; detail?: string }
  | ListView;

/** After so many days without a digest, papers that are new today have no badges. */
const OLD_AFTER_DAYS = 14;

/** True where the newest digest is old on a day. */
export const isOld = (newest: string, today: string): boolean => distance(today, newest) > OLD_AFTER_DAYS;

/** What to show of an index without any digest. */
export function viewOfEmptyIndex(archive: ArchiveState): HotListView {
  switch (archive.state) {
    case "importing":
      return { kind: "importing", progress: archive.progress };
    case "failed":
      return {
        kind: "importFailed",
        ...(archive.failure !== undefined && { failure: archive.failure }),
      };
    case "deleted":
      return { kind: "deleted" };
    default:
      return { kind: "nothing" };
  }
}

/** What is said of badges beside the newest day, or undefined where nothing needs to be said. */
export function badgeRangeOf(
  { window, to, papers }: ShownList,
  { oldest, newest, today }: { oldest: string; newest: string; today: string },
): BadgeRange | undefined {
  if (window.span !== "day" || to !== newest || !isOld(newest, today)) return undefined;
  const example = papers[0]?.id;
  return { from: oldest, to: newest, ...(example && { example }) };
}
