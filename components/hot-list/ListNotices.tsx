import type { FeedTrouble } from "../../lib/hot-list/freshness.ts";
import type { BadgeRange } from "../../lib/hot-list/hot-list-view.ts";
import type { DayRange, Period } from "../../lib/hot-list/period.ts";
import type { PeriodNote } from "../../lib/hot-list/resolve-target.ts";
import { absUrl } from "../../lib/paper/links.ts";
import { coveredText } from "../../lib/texts/covered-text.ts";
import { date as dayWords } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { periodName } from "../../lib/texts/period-text.ts";
import { Notice } from "../parts/Notice.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";

/** Why this is not what was asked for. It is always in the page, so that screen readers say new words. */
export function NoteNotice({ note, shown }: { note: PeriodNote | undefined; shown: Period | undefined }) {
  return <output class={note ? "notice" : "unseen"}>{note && shown && noteWords(note, shown)}</output>;
}

function noteWords(note: PeriodNote, shown: Period): string {
  if (note.kind === "unreadable") return text("popupUnreadableDay", note.asked, periodName(shown));
  return text("popupNoDigest", periodName(note.asked), periodName(shown));
}

/** Sources without an answer, or with a useless one: what is on show was kept from before. Equal sentences are shown once. */
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

/** What is said if "Today, live" had no answer; empty if it had one. */
export function liveFailure(feeds: readonly FeedTrouble[], newest: string): string {
  const live = feeds.find(({ source }) => source === "live");
  return live ? (troubleWords(live, dayWords(newest)) ?? "") : "";
}

function troubleWords(feed: FeedTrouble, newest: string): string | undefined {
  if (feed.source === "words") return undefined; // said if they are missing
  return feed.source === "feed" ? text(FEED[feed.kind], feed.title, newest) : text(LIVE[feed.kind], newest);
}

/** For a reader who looks at today's papers and wonders where the badges are. */
export function BadgeRangeNotice({
  range: { example },
  covered,
}: {
  range: BadgeRange;
  covered: readonly DayRange[];
}) {
  return (
    <Notice>
      <p>
        {text("popupBadgeRange", coveredText(covered))}{" "}
        {example && <OutsideLink href={absUrl(example)}>{text("popupBadgeExample")}</OutsideLink>}
      </p>
    </Notice>
  );
}

/** The bundled digests could not be read; other digests are on show. */
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
