/** The hot list of a page of ours: the model connected with the index, the settings, the worker and the page's address. */
import { readersDay } from "../day/reader-day.ts";
import type { HotListView } from "../hot-list/hot-list-view.ts";
import { afterLook } from "../hot-list/visit.ts";
import { targetOf, windowHash } from "../hot-list/target.ts";
import { ask } from "../messages/ask.ts";
import { followDayChange } from "../settings/day-change.ts";
import { readFeedSettings, watchFeedSettings } from "../settings/feeds.ts";
import { readFeedTroubles, watchFeedTroubles } from "../settings/feed-troubles.ts";
import { openSearch } from "../search/open-search.ts";
import { keepChoices, readChoices, watchChoices } from "../settings/hot-list-choices.ts";
import { keepVisits, readVisits } from "../settings/visits.ts";
import { openIndex } from "../store/open.ts";
import { days } from "../store/read.ts";
import { readDigests } from "../store/read-window.ts";
import { watchRevision } from "../worker/revision.ts";
import { storedArchiveState, watchArchiveState } from "./archive-storage.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "./arxiv-access.ts";
import { createDigestCache } from "./digest-cache.ts";
import { createHotListModel } from "./hot-list-model.ts";
import { createPageMarking } from "./page-marking.ts";
import type { HotListModel } from "./hot-list-state.ts";
import { inPrivateWindow } from "./private-window.ts";
import { clearToolbarNumber } from "./toolbar-number.ts";

/** Begins at once with what the page's address asks for, and follows it. */
export function openHotList(window: Window, signal: AbortSignal): HotListModel {
  const { location, history } = window;
  openIndex().catch(() => undefined); // opens while the choices are read; whoever reads is told why it cannot
  const digests = createDigestCache(async (ranges, words) => readDigests(await openIndex(), ranges, words));
  let dayChange: number | undefined;
  const model = createHotListModel({
    target: targetOf(location.hash),
    sources: {
      days: async () => (await days(await openIndex())).map(({ date }) => date),
      readDigests: digests.read,
      prepareWindows: digests.prepare,
      archive: storedArchiveState,
      today: () => readersDay(Date.now(), dayChange ?? 0), // the reader's own day, not that of UTC
      ask,
      readChoices,
      keepChoices,
      readWordsChoice: readFeedSettings,
      readFeedTroubles,
      async look(seen) {
        void clearToolbarNumber();
        const visits = afterLook(await readVisits(), seen, Date.now());
        if (!(await inPrivateWindow())) await keepVisits(visits);
        return visits.before;
      },
      hasAccess: hasArxivAccess,
      requestAccess: requestArxivAccess,
      openSearch: async () => openSearch(signal),
    },
    onGo(next, category) {
      history.pushState(null, "", windowHash(next, category));
      model.actions.show(targetOf(location.hash));
    },
    onCategoryGone() {
      const { view } = model.state();
      if (view.kind === "list" && "category" in targetOf(location.hash))
        history.replaceState(null, "", windowHash(view.list.window));
    },
    signal,
  });

  // The address always names what is on show, so that it can be kept. Nothing was asked for, or a paper, or the saved ones: it stays as it is.
  let named: HotListView | undefined;
  model.subscribe(({ view, category, paper, saved }) => {
    if (view === named || view.kind !== "list" || location.hash === "") return;
    if (paper !== undefined || saved) return;
    named = view;
    const hash = windowHash(view.list.window, category);
    if (location.hash !== hash) history.replaceState(null, "", hash);
  });
  window.addEventListener("hashchange", () => model.actions.show(targetOf(location.hash)), { signal });
  createPageMarking(model.setMarking, signal);
  watchRevision(() => {
    digests.forget();
    model.changed.index();
  }, signal);
  watchArchiveState(model.changed.archive, signal);
  watchArxivAccess(model.changed.access, signal);
  watchChoices(model.changed.choices, signal);
  watchFeedSettings(() => {
    model.changed.wordsChoice();
    model.changed.feedTroubles();
  }, signal);
  void followDayChange((hour) => {
    dayChange = hour;
    model.changed.day();
  }, signal);
  window.addEventListener("focus", () => model.changed.day(), { signal });
  watchFeedTroubles(model.changed.feedTroubles, signal);
  return model;
}
