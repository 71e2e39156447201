import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { paperHash, SAVED_HASH, periodHash } from "../../lib/hot-list/target.ts";
import type { Look } from "../../lib/hot-list/state/look-here.ts";
import type { PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";
import { text } from "../../lib/texts/text.ts";
import { focusWhenThere, itemOf } from "../hot-list/focus-paper.ts";
import { Latest } from "../hot-list/Latest.tsx";
import { ListBody } from "../hot-list/ListBody.tsx";
import { type HotListProps, ListHead } from "../hot-list/ListHead.tsx";
import { TextsLoader } from "../hot-list/LoadTexts.tsx";
import { PaperLinks } from "../hot-list/paper-links.ts";
import { SavedLink } from "../hot-list/SavedLink.tsx";
import { UndoNotice } from "../marks/UndoNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import { useListTop } from "../hot-list/use-list-top.ts";
import { PaperPane } from "./PaperPane.tsx";
import { Pictures, type PicturesProps } from "./Pictures.tsx";
import "./full-page.css";

interface ArchivePageProps extends HotListProps, Pick<PicturesProps, "pictured"> {
  optionsUrl: string;
  /** The paper that is read beside the list. */
  detail: PaperDetail | undefined;
  /** Absent unless the address asks for the button "Look now". */
  look?: Look | undefined;
  /** The place of pictures is in view. */
  onPicturesWanted: () => void;
}

/** What is shown beside the list. */
export type Beside = Pick<ArchivePageProps, "detail" | "pictured">;

/** The full page: the list, and beside it a paper or pictures of all digests. In a narrow window one at a time. */
export function ArchivePage(props: ArchivePageProps) {
  const { state, actions, optionsUrl, detail, look, pictured, onPicturesWanted } = props;
  const { view, today, saved, category } = state;
  const list = useListTop<HTMLDivElement>(state);
  const [pictures, setPictures] = useState(false);
  const shownRef = useRef(detail?.id);
  useLayoutEffect(() => {
    const left = shownRef.current;
    shownRef.current = detail?.id;
    // From a paper the focus goes back to where it was opened.
    if (left === undefined || detail || document.activeElement !== document.body) return;
    list.current?.focus({ preventScroll: true });
    focusWhenThere(`${itemOf(left)} a[href="${paperHash(left)}"]`);
  });
  const listHash = view.kind === "list" ? periodHash(view.list.period, category) : "#";
  const day = view.kind === "list" && view.list.period.span === "day" ? view.list.period.date : undefined;
  const pane = detail ? "paper" : pictures ? "pictures" : "list";
  return (
    <div class="archive" data-pane={pane}>
      <header>
        <Logo />
        <h1>{text("popupTitle")}</h1>
        {view.kind === "list" && <Latest view={view} category={category} today={today} />}
        <nav aria-label={text("archivePages")}>
          {!detail && (
            <button
              type="button"
              class="plain pictures-button"
              aria-expanded={pictures}
              onClick={() => setPictures(!pictures)}
            >
              {text("archivePictures")}
            </button>
          )}
          <a href={optionsUrl}>{text("popupOptions")}</a>
          <SavedLink here={saved !== undefined} />
        </nav>
      </header>
      <main>
        <PaperLinks.Provider value={detail ?? null}>
          <div class="list-pane">
            <ListHead state={state} actions={actions} />
            <div ref={list} tabIndex={-1} class="list-scroller" aria-busy={view.kind === "loading" && !saved}>
              <ListBody state={state} actions={actions} optionsUrl={optionsUrl} />
            </div>
          </div>
        </PaperLinks.Provider>
        <section class="side-pane" aria-label={text(detail ? "archivePaper" : "archivePictures")}>
          {detail ? (
            <TextsLoader.Provider value={actions.loadTexts}>
              <PaperPane
                key={detail.id}
                detail={detail}
                look={look}
                marking={state.marking}
                backHash={saved ? SAVED_HASH : listHash}
              />
            </TextsLoader.Provider>
          ) : (
            <Pictures
              pictured={pictured}
              onWanted={onPicturesWanted}
              current={day}
              onPick={() => setPictures(false)}
            />
          )}
        </section>
      </main>
      <UndoNotice marking={state.marking} />
    </div>
  );
}
