import { useMemo } from "preact/hooks";
import type { HotListState } from "../../lib/hot-list/state/hot-list-state.ts";
import { text } from "../../lib/texts/text.ts";
import { AccessNotice } from "../parts/AccessNotice.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { Notice } from "../parts/Notice.tsx";
import { ListFollowing } from "./FollowButton.tsx";
import { HotList, type MissingFullTexts } from "./HotList.tsx";
import { TextsLoader } from "./LoadTexts.tsx";
import { loadSaved } from "./load-saved.ts";
import { ListCategory } from "./list-category.ts";
import type { HotListProps } from "./ListHead.tsx";
import {
  ArchiveFailedNotice,
  BadgeRangeNotice,
  FeedNotices,
  liveFailure,
  NoteNotice,
} from "./ListNotices.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { StateMessage } from "./StateMessage.tsx";
import { TodayCard } from "./TodayCard.tsx";
import "./list-body.css";

/** The list with its notices above it, or what is shown in its place. */
export function ListBody(props: HotListProps & { optionsUrl: string }) {
  const { following } = props.state;
  const { follow } = props.actions;
  return (
    <ListFollowing.Provider value={useMemo(() => ({ following, follow }), [following, follow])}>
      <Body {...props} />
    </ListFollowing.Provider>
  );
}

function Body({ state, actions, optionsUrl }: HotListProps & { optionsUrl: string }) {
  const { view, filtered, saved } = state;
  const place = useLoaded(loadSaved, saved !== undefined);
  if (saved)
    return (
      <TextsLoader.Provider value={actions.loadTexts}>
        {place ? (
          <place.SavedBody
            {...saved}
            papers={saved.papers}
            marking={state.marking}
            optionsUrl={optionsUrl}
            onShowAll={() => actions.setSaved({ text: "", categories: [] })}
          />
        ) : (
          <Skeleton />
        )}
      </TextsLoader.Provider>
    );
  const words = missingFullTexts(state, actions.answerOffer);
  return (
    <TextsLoader.Provider value={actions.loadTexts}>
      <Notices state={state} actions={actions} />
      {view.kind === "list" ? (
        <ListCategory.Provider value={state.category}>
          <HotList
            list={view.list}
            papers={filtered.papers}
            optionsUrl={optionsUrl}
            words={words}
            marking={state.marking}
            onDrawn={actions.wantFullTexts}
            keywords={state.filters}
            onClearKeywords={() => actions.setFilters({ include: [], exclude: [] })}
            onClearFilters={() => {
              actions.clearFilters();
              actions.setSearch("");
            }}
            onSearchAll={
              state.search.state === "ready" && view.list.period.span !== "all"
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
    </TextsLoader.Provider>
  );
}

function Notices({ state: { view, trouble, access, feedTroubles, invitation }, actions }: HotListProps) {
  const shown = view.kind === "list" ? view : undefined;
  // The card says it itself.
  const told =
    invitation?.kind === "failed" ? feedTroubles.filter(({ source }) => source !== "live") : feedTroubles;
  return (
    <div class="notices">
      {trouble !== undefined && (
        <Notice tone="bad" alert>
          <p>{text("popupTrouble", trouble)}</p>
        </Notice>
      )}
      {shown && invitation && (
        <TodayCard
          invitation={invitation}
          failure={liveFailure(feedTroubles, shown.newest)}
          onSee={actions.seeToday}
          onFill={actions.fillGap}
        />
      )}
      {!access && <AccessNotice onGrant={actions.grantAccess} />}
      <NoteNotice note={shown?.note} shown={shown?.list.period} />
      {shown?.archiveFailed && <ArchiveFailedNotice onRestore={actions.restore} />}
      {shown && <FeedNotices feeds={told} newest={shown.newest} />}
      {shown?.badgeRange && !invitation && (
        <BadgeRangeNotice range={shown.badgeRange} covered={shown.covered} />
      )}
    </div>
  );
}

function missingFullTexts(
  { words, feedTroubles }: HotListState,
  onAnswer: (fetchThem: boolean) => void,
): MissingFullTexts | undefined {
  if (words === "none") return undefined;
  if (words === "offer") return { kind: "offer", onAnswer };
  return feedTroubles.find(({ source }) => source === "words") ?? { kind: "coming" };
}
