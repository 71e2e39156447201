/** The hot list of a page of ours: the model connected with the index, the settings, the worker and the page's address. */
import { readersDay } from "../../digest/local-day.ts";
import type { HotListView } from "../hot-list-view.ts";
import { afterLook } from "../visit.ts";
import { targetOf, periodHash } from "../target.ts";
import { followDayChange } from "../../settings/day-change.ts";
import { readFeedSettings, watchFeedSettings } from "../../settings/feeds.ts";
import { readFeedTroubles, watchFeedTroubles } from "../../settings/feed-troubles.ts";
import { readToday, watchToday } from "../../settings/today.ts";
import { openSearch } from "../../index/search/open-search.ts";
import { keepChoices, readChoices, watchChoices } from "../../settings/hot-list-choices.ts";
import { keepVisits, readVisits } from "../../settings/visits.ts";
import { watchRevision } from "../../revision.ts";
import { storedBundledState, watchBundledState } from "../../settings/bundled-state.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../settings/arxiv-access.ts";
import { readDayPage } from "./day-page.ts";
import { createDigestCache } from "./digest-cache.ts";
import { askWithAccess } from "../../live/host-access.ts";
import { createHotListModel } from "./hot-list-model.ts";
import { createPageMarking } from "../../marks/page-marking.ts";
import type { HotListModel } from "./hot-list-state.ts";
import { inPrivateWindow } from "../../settings/private-window.ts";
import { indexDays, indexDigests, indexEntries, prepareIndex } from "./read-index.ts";
import { clearToolbarNumber } from "./toolbar-number.ts";

/** Begins at once with what the page's address asks for, and follows it. */
export function openHotList(window: Window, signal: AbortSignal): HotListModel {
  const { location, history } = window;
  prepareIndex(); // opens while the choices are read
  const digests = createDigestCache(indexDigests);
  let dayChange: number | undefined;
  const model = createHotListModel({
    target: targetOf(location.hash),
    sources: {
      days: indexDays,
      readDigests: digests.read,
      readEntries: indexEntries,
      preparePeriods: digests.prepare,
      dayPage: readDayPage,
      archive: storedBundledState,
      today: () => readersDay(Date.now(), dayChange ?? 0), // the reader's own day, not UTC's
      ask: askWithAccess,
      readChoices,
      keepChoices,
      readFullTextsChoice: readFeedSettings,
      readToday: () => readToday(Date.now()),
      readFeedTroubles,
      async look(seen) {
        void clearToolbarNumber();
        const privately = await inPrivateWindow();
        const visits = afterLook(await readVisits(privately), seen, Date.now());
        await keepVisits(visits, privately);
        return visits.before;
      },
      hasAccess: hasArxivAccess,
      requestAccess: requestArxivAccess,
      openFollowing: async (onChange) => (await import("./following.ts")).openFollowing(onChange, signal),
      openSearch: async () => openSearch(signal, () => indexDigests([{}], true)),
    },
    onGo(next, category) {
      history.pushState(null, "", periodHash(next, category));
      follow();
    },
    onCategoryGone() {
      const { view } = model.state();
      const asked = targetOf(location.hash);
      if (view.kind === "list" && "category" in asked)
        history.replaceState(null, "", periodHash(view.list.period, undefined, asked.search));
    },
    signal,
  });

  const follow = () => model.actions.show(targetOf(location.hash));

  // The address always names what is on show, so that it can be kept. If nothing, a paper or the saved ones were asked for, it stays.
  let named: HotListView | undefined;
  model.subscribe(({ view, category, paper, saved, search }) => {
    if (view.kind !== "list" || location.hash === "" || paper !== undefined || saved) return;
    const asked = targetOf(location.hash);
    const searched = "search" in asked ? asked.search : undefined;
    const isSearched = searched === search.text;
    if (view === named && (searched === undefined || isSearched)) return;
    named = view;
    const hash = periodHash(view.list.period, category, isSearched ? searched : undefined);
    if (location.hash !== hash) history.replaceState(null, "", hash);
  });
  window.addEventListener("hashchange", follow, { signal });
  createPageMarking(model.setMarking, signal);
  watchRevision(() => {
    digests.forget();
    model.changed.index();
  }, signal);
  watchBundledState(model.changed.archive, signal);
  watchArxivAccess(model.changed.access, signal);
  watchChoices(model.changed.choices, signal);
  watchFeedSettings(() => {
    model.changed.fullTextsChoice();
    model.changed.today();
    model.changed.feedTroubles();
  }, signal);
  void followDayChange((hour) => {
    dayChange = hour;
    model.changed.day();
  }, signal);
  window.addEventListener("focus", model.changed.day, { signal });
  watchToday(model.changed.today, signal);
  watchFeedTroubles(model.changed.feedTroubles, signal);
  return model;
}
