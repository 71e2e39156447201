import type { FeedTrouble } from "../../lib/hot-list/freshness.ts";
import type { BadgeRange } from "../../lib/hot-list/hot-list-view.ts";
import type { HotWindow } from "../../lib/hot-list/hot-window.ts";
import type { WindowNote } from "../../lib/hot-list/resolve-target.ts";
import { absUrl } from "../../lib/paper/links.ts";
import { date as dayWords, month } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { windowName } from "../../lib/texts/window-text.ts";
import { Notice } from "../parts/Notice.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";

/** Why this is not what was asked for. It is always there, so that screen readers say the words when they come. */
export function NoteNotice({ note, shown }: { note: WindowNote | undefined; shown: HotWindow | undefined }) {
  return <output class={note ? "notice" : "unseen"}>{note && shown && noteWords(note, shown)}</output>;
}

function noteWords(note: WindowNote, shown: HotWindow): string {
  if (note.kind === "unreadable") return text("popupUnreadableDay", note.asked, windowName(shown));
  return text("popupNoDigest", windowName(note.asked), windowName(shown));
}

/** A feed that does not answer, or whose answer is of no use: what is on show is what was kept. */
export function FeedNotice({ feed: { kind, title }, newest }: { feed: FeedTrouble; newest: string }) {
  return (
    <Notice tone="warn">
      <p>{text(kind === "unreachable" ? "listUnreachable" : "listUnreadable", title, dayWords(newest))}</p>
    </Notice>
  );
}

/** For somebody who looks at today's papers and wonders where the badges are. */
export function BadgeRangeNotice({ range: { from, to, example } }: { range: BadgeRange }) {
  return (
    <Notice>
      <p>
        {text("popupBadgeRange", month(from), month(to))}{" "}
        {example && <OutsideLink href={absUrl(example)}>{text("popupBadgeExample")}</OutsideLink>}
      </p>
    </Notice>
  );
}

/** The embedded archive could not be read in; other digests are on show. */
export function ArchiveFailedNotice({ onRestore }: { onRestore: () => void }) {
  return (
    <Notice tone="bad">
      <p>{text("popupImportFailedTitle")}</p>
      <button type="button" class="button" onClick={onRestore}>
        {text("popupTryAgain")}
      </button>
    </Notice>
  );
}
