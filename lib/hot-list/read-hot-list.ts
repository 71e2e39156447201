/** From the index to what the hot list shows, in one go: called again whenever something changed. */
import type { Digest } from "../digest/digest.ts";
import type { ArchiveState } from "./archive-state.ts";
import { daysIn, type DayRange, type HotWindow, rangeOf, windowNeighbours } from "./hot-window.ts";
import { badgeRangeOf, type HotListView, type IndexFailure, viewOfEmptyIndex } from "./hot-list-view.ts";
import type { Order } from "./order.ts";
import { resolveTarget } from "./resolve-target.ts";
import { shownList } from "./shown-list.ts";
import type { WindowTarget } from "./target.ts";

/** What is asked of the index: which window in which order, and whether words of its papers decide what is shown. */
export interface HotListQuery {
  target: WindowTarget;
  order: Order;
  /** Words are read for a day anyway. */
  words: boolean;
}

export interface HotListSources {
  /** All days with a digest, ascending. */
  days: () => Promise<string[]>;
  /** The digests of these ranges. */
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>;
  archive: () => Promise<ArchiveState>;
  /** Today's date, `YYYY-MM-DD`. */
  today: () => string;
}

/** Reads what there is to show. Never throws: a failure is something to show as well. */
export async function readHotList(
  { target, order, words }: HotListQuery,
  sources: HotListSources,
): Promise<HotListView> {
  try {
    const [days, archive] = await Promise.all([sources.days(), sources.archive()]);
    const resolved = resolveTarget(days, target, sources.today());
    const [oldest, newest] = [days[0], days.at(-1)];
    if (!resolved || oldest === undefined || newest === undefined) return viewOfEmptyIndex(archive);

    const { window, note } = resolved;
    const digests = await sources.readDigests(rangesOf(window, days), words || window.span === "day");
    // It went away between the two reads; whoever deleted it raises the revision, and we are called again.
    if (digests.length === 0 && daysIn(window, days).length > 0) return { kind: "loading" };

    const list = shownList(window, digests, order);
    const badgeRange = badgeRangeOf(list, { oldest, newest, today: sources.today() });
    return {
      kind: "list",
      list,
      oldest,
      newest,
      ...windowNeighbours(days, window),
      ...(note && { note }),
      ...(badgeRange && { badgeRange }),
      ...(archive.state === "failed" && { archiveFailed: true }),
    };
  } catch (cause) {
    return failedView(cause);
  }
}

/** What to read for a window: its range, or day by day where its days are years apart. */
function rangesOf(window: HotWindow, days: readonly string[]): DayRange[] {
  const range = rangeOf(window);
  return range ? [range] : daysIn(window, days).map((day) => ({ from: day, to: day }));
}

/** The codes of the index that have a remedy of their own. */
const KNOWN: readonly unknown[] = ["newerVersion", "blocked"] satisfies IndexFailure[];

function failedView(cause: unknown): HotListView {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const failure = KNOWN.includes(code) ? (code as IndexFailure) : "failed";
  return { kind: "failed", failure, ...(cause instanceof Error && { detail: cause.message }) };
}
