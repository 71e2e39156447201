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

/** Who does not answer, or whose answer is of no use: what is on show is what was kept. The same words are said once. */
export function FeedNotices({ feeds, newest }: { feeds: readonly FeedTrouble[]; newest: string }) {
  const sentences = new Set(feeds.flatMap((feed) => troubleWords(feed, dayWords(newest)) ?? []));
  return [...sentences].map((sentence) => (
    <Notice key={sentence} tone="warn">
      <p>{sentence}</p>
    </Notice>
  ));
}

const LIVE = { unreachable: "listLiveUnreachable", unreadable: "listLiveUnreadable" } as const;
const FEED = { unreachable: "listUnreachable", unreadable: "listUnreadable" } as const;

function troubleWords(feed: FeedTrouble, newest: string): string | undefined {
  if (feed.source === "words") return undefined; // said where they are missing
  return feed.source === "feed" ? text(FEED[feed.kind], feed.title, newest) : text(LIVE[feed.kind], newest);
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
