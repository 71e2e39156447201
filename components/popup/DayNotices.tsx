import type { BadgeRange } from "../../lib/hot-list/hot-list-view.ts";
import type { DayNote } from "../../lib/hot-list/resolve-target.ts";
import { absUrl } from "../../lib/paper/links.ts";
import { date as dayWords, month } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";

/** Why this is not the day that was asked for. It is always there, so that screen readers say the words when they come. */
export function DayNoteNotice({ note, shown }: { note: DayNote | undefined; shown: string }) {
  return <output class={note ? "notice" : "unseen"}>{note && noteWords(note, shown)}</output>;
}

const noteWords = ({ kind, asked }: DayNote, shown: string) =>
  kind === "noDigest"
    ? text("popupNoDigest", dayWords(asked), dayWords(shown))
    : text("popupUnreadableDay", asked, dayWords(shown));

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
