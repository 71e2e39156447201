/** The notices around a list: missing access to arXiv, feeds that fail, the way to today's list, words that the archive lacks. */
import type { FeedTrouble } from "../freshness.ts";
import type { HotListView } from "../hot-list-view.ts";
import type { Ask } from "../../messages/messages.ts";
import type { TodayState } from "../../settings/today.ts";
import { attempt } from "../../store.ts";
import { createFullTexts, type FullTextsChoice } from "./full-texts.ts";
import type { HotListActions } from "./hot-list-state.ts";
import type { HotListStore } from "./hot-list-store.ts";
import { createInvitation } from "./invitation.ts";

export interface NoticesSources {
  ask: Ask;
  readFullTextsChoice: () => Promise<FullTextsChoice>;
  readToday: () => Promise<TodayState>;
  readFeedTroubles: () => Promise<readonly FeedTrouble[]>;
  hasAccess: () => Promise<boolean>;
  requestAccess: () => Promise<boolean>;
}

export interface Notices {
  /** Whether it is known what comes above the list. The list waits for it, so that no notice pushes it down. */
  known: () => boolean;
  /** Another view is on show. */
  viewChanged: (view: HotListView) => void;
  actions: Pick<HotListActions, "grantAccess" | "seeToday" | "fillGap" | "answerOffer">;
  /** To be called if something of it changed elsewhere. */
  changed: Record<"access" | "today" | "fullTextsChoice" | "feedTroubles", () => void>;
}

/**
 * Writes `access`, `feedTroubles`, `invitation` and `words` of the state.
 *
 * @param onThere called when today's list is in the index
 */
export function createNotices(store: HotListStore, sources: NoticesSources, onThere: () => void): Notices {
  let accessKnown = false;
  const words = createFullTexts({
    ask: sources.ask,
    readChoice: sources.readFullTextsChoice,
    onChange: () => store.set({ words: words.state() }),
  });
  const invitation = createInvitation({ ...sources, onChange: invite, onThere });

  function invite() {
    const { view, today, feedTroubles } = store.state();
    const failed = feedTroubles.some(({ source }) => source === "live");
    store.set({
      invitation: view.kind === "list" ? invitation.state(view.newest, today, failed) : undefined,
    });
  }

  const changed = {
    access: () =>
      void attempt(store, async () => {
        const access = await sources.hasAccess();
        accessKnown = true;
        store.set({ access });
      }),
    today: () => void invitation.changed(),
    fullTextsChoice: words.choiceChanged,
    feedTroubles: () =>
      void attempt(store, async () => {
        store.set({ feedTroubles: await sources.readFeedTroubles() });
        invite();
      }),
  };
  changed.access();
  changed.feedTroubles();

  return {
    known: () => accessKnown && invitation.known(),
    viewChanged(view) {
      invite();
      if (view.kind !== "list") return;
      const { period, factsOnly } = view.list;
      if (period.span === "day") words.shown({ date: period.date, factsOnly });
    },
    actions: {
      grantAccess: () => void attempt(store, sources.requestAccess),
      seeToday: () => void attempt(store, invitation.see),
      fillGap: (on) => void attempt(store, () => invitation.fillGap(on)),
      answerOffer: (fetchThem) => void attempt(store, () => words.answer(fetchThem)),
    },
    changed,
  };
}
