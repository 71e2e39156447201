import { dayHash } from "../../lib/hot-list/day-target.ts";
import type { DayView, HotListView } from "../../lib/hot-list/hot-list-view.ts";
import type { MarkingModel } from "../../lib/reader/marking.ts";
import { date as dayWords, number, shortDate } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { CountedHelp } from "../hot-list/CountedHelp.tsx";
import { HotList, type MissingWords } from "../hot-list/HotList.tsx";
import { UndoNotice } from "../marks/UndoNotice.tsx";
import { AccessNotice } from "../parts/AccessNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import { Notice } from "../parts/Notice.tsx";
import { DayBar } from "./DayBar.tsx";
import { ArchiveFailedNotice, BadgeRangeNotice, DayNoteNotice } from "./DayNotices.tsx";
import { type StateActions, StateMessage } from "./StateMessage.tsx";
import "./popup.css";

export interface PopupProps extends StateActions {
  view: HotListView;
  /** Whether the browser lets the extension run on arXiv. */
  access: boolean;
  /** True where the newest digest is so old that its date needs a second look. */
  old: boolean;
  /** What a press of a button could not do, in the worker's words. */
  trouble?: string;
  optionsUrl: string;
  /** Of words that the day on show lacks. */
  words?: MissingWords | undefined;
  /** Absent until marks have been read. */
  marking?: MarkingModel | undefined;
  onPickDay: (date: string) => void;
  /** Called in the click itself. */
  onGrantAccess: () => void;
}

/** The popup: the frame is there at once, and keeps its shape whatever comes into it. */
export function Popup(props: PopupProps) {
  const { view, access, old, trouble, optionsUrl, onPickDay, onGrantAccess, onRestore, onReadAgain } = props;
  const dayView = view.kind === "day" ? view : undefined;
  return (
    <>
      <header>
        <div class="brand">
          <Logo />
          <h1>{text("popupTitle")}</h1>
          {dayView && <Latest view={dayView} old={old} />}
        </div>
        <DayBar view={dayView} onPickDay={onPickDay} />
        <div class="summary">
          <output>{dayView && summary(dayView)}</output>
          {dayView && dayView.day.papers.length > 0 && <CountedHelp />}
        </div>
      </header>
      <main {...(dayView && { "aria-labelledby": "day" })} aria-busy={view.kind === "loading"}>
        <div class="notices">
          {trouble !== undefined && (
            <Notice tone="bad" alert>
              <p>{text("popupTrouble", trouble)}</p>
            </Notice>
          )}
          {!access && <AccessNotice onGrant={onGrantAccess} />}
          <DayNoteNotice note={dayView?.note} shown={dayView?.day.date ?? ""} />
          {dayView?.archiveFailed && <ArchiveFailedNotice onRestore={onRestore} />}
          {dayView?.badgeRange && <BadgeRangeNotice range={dayView.badgeRange} />}
        </div>
        {view.kind === "day" ? (
          <HotList day={view.day} optionsUrl={optionsUrl} words={props.words} marking={props.marking} />
        ) : (
          <StateMessage view={view} optionsUrl={optionsUrl} onRestore={onRestore} onReadAgain={onReadAgain} />
        )}
      </main>
      <UndoNotice marking={props.marking} />
      <footer>
        <p>
          <a href={optionsUrl} target="_blank">
            {text("popupOptions")}
          </a>
        </p>
      </footer>
    </>
  );
}

/** The newest digest's date, always on show; a link to it from every other day. */
function Latest({ view, old }: { view: DayView; old: boolean }) {
  const words = text("popupLatest", dayWords(view.newest));
  const className = old ? "latest old" : "latest";
  return view.newest === view.day.date ? (
    <p class={className}>{words}</p>
  ) : (
    <p class={className}>
      <a href={dayHash(view.newest)}>{words}</a>
    </p>
  );
}

/** How many papers, and of when the figures are. */
function summary({ day: { papers, counted } }: DayView): string {
  const many = plural("popupPapers", papers.length, number(papers.length));
  return counted === undefined ? many : text("popupCounted", many, shortDate(counted));
}
