/** Made states of the hot list and the options for tests of components. */
import { renderHook } from "@testing-library/preact";
import { expect, vi } from "vitest";
import { loadFilters } from "../../components/hot-list/load-filters.ts";
import { loadSaved } from "../../components/hot-list/load-saved.ts";
import { useLoaded } from "../../components/parts/use-loaded.ts";
import type { Entry } from "../../lib/digest/digest.ts";
import { filterPapers, NO_FILTERS, withCategory } from "../../lib/hot-list/filters.ts";
import type { HotListView, ListView } from "../../lib/hot-list/hot-list-view.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { shownList } from "../../lib/hot-list/shown-list.ts";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { digest, entry, papers } from "../hot-list/made.ts";

export const paper = (change: Partial<ShownPaper> = {}): ShownPaper => ({
  ...entry(),
  heat: 3,
  date: "2021-08-12",
  of: 11,
  place: change.rank ?? 1,
  also: [],
  ...change,
});

export const dayView = (some: Entry[] = papers(3), change: Partial<ListView> = {}): ListView => ({
  kind: "list",
  list: shownList({ span: "day", date: "2021-08-12" }, [digest("2021-08-12", some)], "rank"),
  previous: "2021-08-11",
  next: "2021-08-13",
  oldest: "2020-06-29",
  days: ["2020-06-29", "2021-07-30", "2021-08-11", "2021-08-12", "2021-08-13", "2021-08-26", "2022-01-13"],
  covered: [
    { from: "2020-06-29", to: "2021-08-26" },
    { from: "2022-01-13", to: "2022-01-13" },
  ],
  newest: "2022-01-13",
  ...change,
});

/** A state with this view, long after the archive's end. */
export const hotListState = (view: HotListView, change: Partial<HotListState> = {}): HotListState => {
  const filters = withCategory(change.filters ?? NO_FILTERS, change.category);
  return {
    view,
    filtered:
      view.kind === "list"
        ? filterPapers(view.list.papers, filters, { read: new Set() })
        : { papers: [], categories: [] },
    order: "rank",
    search: { text: "", state: "off" },
    today: "2026-11-23",
    feedTroubles: [],
    access: true,
    words: "none",
    ...change,
    filters,
  };
};

export const hotListActions = (): HotListActions => ({
  show: vi.fn(),
  setSpan: vi.fn(),
  preparePeriods: vi.fn(),
  setDate: vi.fn(),
  follow: vi.fn(),
  setOrder: vi.fn(),
  setFilters: vi.fn(),
  clearFilters: vi.fn(),
  setSearch: vi.fn(),
  setSaved: vi.fn(),
  dayPage: vi.fn(() => Promise.resolve(undefined)),
  wantFullTexts: vi.fn(),
  withFullTexts: vi.fn(async (some: readonly ShownPaper[]) => some),
  prepareSearch: vi.fn(),
  restore: vi.fn(),
  readAgain: vi.fn(),
  grantAccess: vi.fn(),
  answerOffer: vi.fn(),
  seeToday: vi.fn(),
  fillGap: vi.fn(),
  loadTexts: vi.fn(async () => true),
});

/** Loads what pages load when it is first needed, so that it is drawn at once. */
export async function loadLaterParts(): Promise<void> {
  const { result, unmount } = renderHook(() => [useLoaded(loadSaved, true), useLoaded(loadFilters, true)]);
  await vi.waitFor(() => expect(result.current).not.toContain(undefined));
  unmount();
}
