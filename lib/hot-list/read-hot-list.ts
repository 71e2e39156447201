/** From the index to what the hot list shows, in one go: called again whenever something changed. */
import type { Digest } from "../digest/digest.ts";
import type { BundledState } from "../settings/bundled-state.ts";
import { coveredBy } from "../digest/covered.ts";
import { daysIn, type DayRange, type Period, rangeOf, periodNeighbours } from "./period.ts";
import { badgeRangeOf, type HotListView, type IndexFailure, viewOfEmptyIndex } from "./hot-list-view.ts";
import type { Order } from "./order.ts";
import { resolveTarget } from "./resolve-target.ts";
import { shownList } from "./shown-list.ts";
import type { OtherEntry, ShownPaper } from "./shown-paper.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { PeriodTarget } from "./target.ts";

/** What is asked of the index: which period in which order, and whether words of its papers decide what is shown. */
export interface HotListQuery {
  target: PeriodTarget;
  order: Order;
  /** Words are read for a day anyway. */
  words: boolean;
  /** Whether other days of its papers decide what is shown; those of a day's papers are shown anyway. */
  days?: boolean;
}

export interface HotListSources {
  /** All days with a digest, ascending. */
  days: () => Promise<string[]>;
  /** The digests of these ranges. */
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>;
  /** All entries of those papers that have several, newest first. */
  readEntries: (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, readonly OtherEntry[]>>;
  archive: () => Promise<BundledState>;
  /** Today's date, `YYYY-MM-DD`. */
  today: () => string;
}

/** Reads what there is to show. Never throws: a failure is something to show as well. */
export async function readHotList(
  { target, order, words, days: otherDays = false }: HotListQuery,
  sources: HotListSources,
): Promise<HotListView> {
  try {
    const [all, archive] = await Promise.all([sources.days(), sources.archive()]);
    const found = await findDigests(target, words, all, sources);
    if (!found) return viewOfEmptyIndex(archive);
    const { days, resolved, digests, oldest, newest } = found;
    const { period, note } = resolved;

    const list = shownList(period, digests, order);
    if (otherDays || period.span === "day") list.papers = await withOtherDays(list.papers, sources);
    const badgeRange = badgeRangeOf(list, { newest, today: sources.today() });
    return {
      kind: "list",
      list,
      oldest,
      newest,
      days,
      covered: coveredBy(days),
      ...periodNeighbours(days, period),
      ...(note && { note }),
      ...(badgeRange && { badgeRange }),
      ...(archive.state === "failed" && { archiveFailed: true }),
    };
  } catch (cause) {
    return failedView(cause);
  }
}

/**
 * The digests of the period that is asked for. Days whose digests cannot be read are passed over: they are damaged, or went away
 * between the two reads (then the deletion raises the revision, and the list is read again).
 */
async function findDigests(
  target: PeriodTarget,
  words: boolean,
  all: readonly string[],
  sources: HotListSources,
) {
  let days = [...all];
  for (;;) {
    const resolved = resolveTarget(days, target, sources.today());
    const [oldest, newest] = [days[0], days.at(-1)];
    if (!resolved || oldest === undefined || newest === undefined) return undefined;
    const { period } = resolved;
    const digests = await sources.readDigests(rangesOf(period, days), words || period.span === "day");
    const wanted = new Set(daysIn(period, days));
    if (digests.length > 0 || wanted.size === 0) return { days, resolved, digests, oldest, newest };
    days = days.filter((day) => !wanted.has(day));
  }
}

/** Papers with all other days that have them, in the period and out of it. */
async function withOtherDays(
  papers: readonly ShownPaper[],
  { readEntries }: HotListSources,
): Promise<ShownPaper[]> {
  const entries = await readEntries(papers.map(({ id }) => id));
  return papers.map((paper) => {
    const others = entries.get(paper.id)?.filter(({ date }) => date !== paper.date);
    return others && others.length > 0 ? { ...paper, also: others } : paper;
  });
}

/** What to read for a period: its range, or day by day if its days are years apart. */
function rangesOf(period: Period, days: readonly string[]): DayRange[] {
  const range = rangeOf(period);
  return range ? [range] : daysIn(period, days).map((day) => ({ from: day, to: day }));
}

/** The codes of the index that have a remedy of their own. */
const KNOWN: readonly unknown[] = ["newerVersion", "blocked", "damaged"] satisfies IndexFailure[];

function failedView(cause: unknown): HotListView {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const failure = KNOWN.includes(code) ? (code as IndexFailure) : "failed";
  return { kind: "failed", failure, ...detailOf(cause) };
}

/** The worker's words are for the reader; any other error shows only its name, as a code: its words are for developers. */
function detailOf(cause: unknown): { detail?: string } {
  if (!(cause instanceof Error)) return {};
  if (cause.name === "AskError") return { detail: cause.message };
  return { detail: cause.cause instanceof Error ? cause.cause.name : cause.name };
}
