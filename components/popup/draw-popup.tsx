import type { ComponentChildren } from "preact";
import { clearPicture } from "../../lib/hot-list/picture/last-picture.ts";
import type { HotListActions, HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { pageTitle } from "../../lib/hot-list/state/page-title.ts";
import { drawInto } from "../parts/draw-into.tsx";
import type { News } from "./news.ts";
import { NewsNotice } from "./NewsNotice.tsx";
import { Popup } from "./Popup.tsx";

/** What the popup shows beside its list. */
export interface BesideList {
  news: readonly News[];
  onDismissNews: () => void;
  /** Absent if there is no panel, or this page cannot open it. */
  onOpenPanel?: (() => void) | undefined;
}

/**
 * Gives a function that draws the popup, in place of the last picture.
 *
 * @param paper the paper of the tab under it
 */
export function popupDrawer(
  place: HTMLElement,
  actions: HotListActions,
  paper: (state: HotListState) => ComponentChildren,
) {
  const show = drawInto(place);
  return (state: HotListState, { news, onDismissNews, onOpenPanel }: BesideList): void => {
    clearPicture(place);
    document.title = pageTitle(state);
    show(
      <Popup
        state={state}
        actions={actions}
        optionsUrl="options.html"
        archiveUrl="archive.html"
        onOpenPanel={onOpenPanel}
        news={<NewsNotice news={news} onDismiss={onDismissNews} />}
        paper={paper(state)}
      />,
    );
  };
}
