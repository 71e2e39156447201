/** From the index to what the hot list shows, in one go: called again whenever something changed. */
import type { Digest } from "../digest/digest.ts";
import type { ArchiveState } from "./archive-state.ts";
import type { DayTarget } from "./day-target.ts";
import { neighbours } from "./days.ts";
import { badgeRangeOf, type HotListView, type IndexFailure, viewOfEmptyIndex } from "./hot-list-view.ts";
import { resolveTarget } from "./resolve-target.ts";
import { shownDay } from "./shown-day.ts";

export interface HotListSources {
  /** All days with a digest, ascending. */
  days: () => Promise<string[]>;
  readDay: (date: string) => Promise<Digest | undefined>;
  archive: () => Promise<ArchiveState>;
  /** Today's date, `YYYY-MM-DD`. */
  today: () => string;
}

/** Reads what there is to show. Never throws: a failure is something to show as well. */
export async function readHotList(target: DayTarget, sources: HotListSources): Promise<HotListView> {
  try {
    const [days, archive] = await Promise.all([sources.days(), sources.archive()]);
    const resolved = resolveTarget(days, target);
    const [oldest, newest] = [days[0], days.at(-1)];
    if (!resolved || oldest === undefined || newest === undefined) return viewOfEmptyIndex(archive);

    const digest = await sources.readDay(resolved.date);
    // It went away between the two reads; whoever deleted it raises the revision, and we are called again.
    if (!digest) return { kind: "loading" };

    const day = shownDay(digest);
    const badgeRange = badgeRangeOf(day, { oldest, newest, today: sources.today() });
    return {
      kind: "day",
      day,
      oldest,
      newest,
      ...neighbours(days, resolved.date),
      ...(resolved.note && { note: resolved.note }),
      ...(badgeRange && { badgeRange }),
      ...(archive.state === "failed" && { archiveFailed: true }),
    };
  } catch (cause) {
    return failedView(cause);
  }
}

/** The codes of the index that have a remedy of their own. */
const KNOWN: readonly unknown[] = ["newerVersion", "blocked"] satisfies IndexFailure[];

function failedView(cause: unknown): HotListView {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const failure = KNOWN.includes(code) ? (code as IndexFailure) : "failed";
  return { kind: "failed", failure, ...(cause instanceof Error && { detail: cause.message }) };
}
