/** Everything that the hot list can be: one case for each, so that none looks like another. */
import { daysBetween } from "../digest/dates.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { BundledState } from "../settings/bundled-state.ts";
import type { Neighbours } from "./days.ts";
import type { DayRange } from "./period.ts";
import type { PeriodNote } from "./resolve-target.ts";
import type { ShownList } from "./shown-list.ts";

/** Why the index could not be read, for the reader: the database's own codes that have a remedy, and all others. */
export type IndexFailure = "newerVersion" | "blocked" | "damaged" | "failed";

/** Which papers have badges: those in the digests that there are. */
export interface BadgeRange {
  /** A paper with a badge. */
  example?: PaperId;
}

/** A list is on show. Its neighbours are days in the periods before and after. */
export interface ListView extends Neighbours {
  kind: "list";
  list: ShownList;
  /** Why this is not what was asked for. */
  note?: PeriodNote;
  oldest: string;
  newest: string;
  /** All days that have a digest, oldest first. */
  days: readonly string[];
  /** The stretches of time in which there are digests, oldest first. */
  covered: readonly DayRange[];
  /** Said if the newest digest is on show and so old that today's papers have no badges. */
  badgeRange?: BadgeRange;
  /**
   * The bundled digests could not be read, but other digests are there. An import that is under way is not told here: it is one
   * transaction, which keeps the index from answering until it ends.
   */
  archiveFailed?: true;
}

export type HotListView =
  | { kind: "loading" }
  /** First run. `progress` is 0 to 1. */
  | { kind: "importing"; progress: number }
  | { kind: "importFailed"; failure?: string }
  /** There is no digest: the reader deleted everything, or (`nothing`) the reason is unknown. */
  | { kind: "deleted" }
  | { kind: "nothing" }
  | { kind: "failed"; failure: IndexFailure; detail?: string }
  | ListView;

/** After this many days without a digest, papers that are new today have no badges. */
const OLD_AFTER_DAYS = 14;

/** True if the newest digest is old as of a day. */
export const isOld = (newest: string, today: string): boolean => daysBetween(newest, today) > OLD_AFTER_DAYS;

/** What to show of an index without any digest. */
export function viewOfEmptyIndex(archive: BundledState): HotListView {
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

/** What is said of badges beside the newest day, or undefined if nothing needs to be said. */
export function badgeRangeOf(
  { period, to, papers }: ShownList,
  { newest, today }: { newest: string; today: string },
): BadgeRange | undefined {
  if (period.span !== "day" || to !== newest || !isOld(newest, today)) return undefined;
  const example = papers[0]?.id;
  return example ? { example } : {};
}
