import type { ComponentChildren } from "preact";
import { SAVED_HASH, periodHash } from "../../lib/hot-list/target.ts";
import { text } from "../../lib/texts/text.ts";
import { Latest } from "../hot-list/Latest.tsx";
import { ListBody } from "../hot-list/ListBody.tsx";
import { type HotListProps, ListHead } from "../hot-list/ListHead.tsx";
import { SavedLink } from "../hot-list/SavedLink.tsx";
import { useListTop } from "../hot-list/use-list-top.ts";
import { UndoNotice } from "../marks/UndoNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import "./popup.css";

export interface PopupProps extends HotListProps {
  optionsUrl: string;
  /** Address of the full page. */
  archiveUrl: string;
  /** Opens the panel beside the page; absent if there is none, or this is it. */
  onOpenPanel?: (() => void) | undefined;
  /** What an update changed, if that is still to be told. */
  news?: ComponentChildren;
  /** The paper in the tab. */
  paper?: ComponentChildren;
}

/** The popup: the frame is there at once, and keeps its shape when contents come. */
export function Popup({ state, actions, optionsUrl, archiveUrl, onOpenPanel, news, paper }: PopupProps) {
  const { view, today, saved, category } = state;
  const main = useListTop<HTMLElement>(state);
  const list = view.kind === "list" ? periodHash(view.list.period, category) : undefined;
  const shown = saved ? SAVED_HASH : list;
  return (
    <>
      <header>
        <div class="brand">
          <Logo />
          <h1>{text("popupTitle")}</h1>
          {view.kind === "list" && <Latest view={view} category={category} today={today} />}
          <SavedLink here={saved !== undefined} />
        </div>
        {paper}
        <ListHead state={state} actions={actions} />
      </header>
      {news}
      <main
        ref={main}
        class="list-scroller"
        {...(shown !== undefined && { "aria-labelledby": "period" })}
        aria-busy={view.kind === "loading" && !saved}
      >
        <ListBody state={state} actions={actions} optionsUrl={optionsUrl} />
      </main>
      <UndoNotice marking={state.marking} />
      <footer>
        <p>
          <a href={`${archiveUrl}${shown ?? ""}`} target="_blank">
            {text("archiveOpen")}
          </a>
          {onOpenPanel && (
            <button type="button" class="plain" onClick={onOpenPanel}>
              {text("popupPanel")}
            </button>
          )}
          <a href={optionsUrl} target="_blank">
            {text("popupOptions")}
          </a>
        </p>
      </footer>
    </>
  );
}
