import type { HotListState } from "../../lib/reader/hot-list-state.ts";
import { text } from "../../lib/texts/text.ts";
import { AccessNotice } from "../parts/AccessNotice.tsx";
import { Notice } from "../parts/Notice.tsx";
import { HotList, type MissingWords } from "./HotList.tsx";
import { ListCategory } from "./list-category.ts";
import type { HotListProps } from "./ListHead.tsx";
import { ArchiveFailedNotice, BadgeRangeNotice, FeedNotices, NoteNotice } from "./ListNotices.tsx";
import { SavedBody } from "./SavedBody.tsx";
import { StateMessage } from "./StateMessage.tsx";
import "./list-body.css";

/** The list with what is to be said above it, or what stands in its place. */
export function ListBody({ state, actions, optionsUrl }: HotListProps & { optionsUrl: string }) {
  const { view, filtered, saved } = state;
  if (saved) return <SavedBody papers={saved.papers} marking={state.marking} optionsUrl={optionsUrl} />;
  const words = missingWords(state, actions.answerOffer);
  return (
    <>
      <Notices state={state} actions={actions} />
      {view.kind === "list" ? (
        <ListCategory.Provider value={state.category}>
          <HotList
            list={view.list}
            papers={filtered.papers}
            optionsUrl={optionsUrl}
            words={words}
            marking={state.marking}
            onDrawn={actions.wantWords}
            onClearFilters={() => {
              actions.clearFilters();
              actions.setSearch("");
            }}
            onSearchAll={
              state.search.state === "ready" && view.list.window.span !== "all"
                ? () => actions.setSpan("all")
                : undefined
            }
          />
        </ListCategory.Provider>
      ) : (
        <StateMessage
          view={view}
          optionsUrl={optionsUrl}
          onRestore={actions.restore}
          onReadAgain={actions.readAgain}
        />
      )}
    </>
  );
}

function Notices({ state: { view, trouble, access, feedTroubles }, actions }: HotListProps) {
  const shown = view.kind === "list" ? view : undefined;
  return (
    <div class="notices">
      {trouble !== undefined && (
        <Notice tone="bad" alert>
          <p>{text("popupTrouble", trouble)}</p>
        </Notice>
      )}
      {!access && <AccessNotice onGrant={actions.grantAccess} />}
      <NoteNotice note={shown?.note} shown={shown?.list.window} />
      {shown?.archiveFailed && <ArchiveFailedNotice onRestore={actions.restore} />}
      {shown && <FeedNotices feeds={feedTroubles} newest={shown.newest} />}
      {shown?.badgeRange && <BadgeRangeNotice range={shown.badgeRange} />}
    </div>
  );
}

function missingWords(
  { words, feedTroubles }: HotListState,
  onAnswer: (fetchThem: boolean) => void,
): MissingWords | undefined {
  if (words === "none") return undefined;
  if (words === "offer") return { kind: "offer", onAnswer };
  return feedTroubles.find(({ source }) => source === "words") ?? { kind: "coming" };
}
