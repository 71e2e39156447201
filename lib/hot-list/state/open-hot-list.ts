/** The hot list of a page of ours: the model connected with the index, the settings, the worker and the page's address. */
import { readersDay } from "../../digest/local-day.ts";
import { afterLook } from "../visit.ts";
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
import { createListAddress } from "./list-address.ts";
import { createHotListModel } from "./hot-list-model.ts";
import { createPageMarking } from "../../marks/page-marking.ts";
import type { HotListModel } from "./hot-list-state.ts";
import { inPrivateWindow } from "../../settings/private-window.ts";
import { indexDays, indexDigests, indexEntries, prepareIndex } from "./read-index.ts";
import { clearToolbarNumber } from "./toolbar-number.ts";

/** Begins at once with what the page's address asks for, and follows it. */
export function openHotList(window: Window, signal: AbortSignal): HotListModel {
  const address = createListAddress(window);
  prepareIndex(); // opens while the choices are read
  const digests = createDigestCache(indexDigests);
  let dayChange: number | undefined;
  const model = createHotListModel({
    target: address.asked(),
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
      address.go(next, category);
      follow();
    },
    onCategoryGone: () => address.name(model.state(), true),
    signal,
  });

  const follow = () => model.actions.show(address.asked());

  model.subscribe(address.name);
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
