import type { OtherEntry, ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { windowHash } from "../../lib/hot-list/target.ts";
import { rankWords } from "../../lib/texts/badge-text.ts";
import { shortDate } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";

/** In which digest a paper is, with its rank there where the digest is still known; and in which others of the window. */
export function PaperDays({ paper: { date, rank, of, also } }: { paper: ShownPaper }) {
  return (
    <p class="days">
      {[{ date, rank, of }, ...also].map((entry, at) => (
        <span key={entry.date}>
          {at > 0 && text("listSeparator")}
          <PaperDay entry={entry} />
        </span>
      ))}
    </p>
  );
}

const PaperDay = ({ entry }: { entry: OtherEntry }) => (
  <>
    <a href={windowHash({ span: "day", date: entry.date })}>
      <time dateTime={entry.date}>{shortDate(entry.date)}</time>
    </a>
    {entry.of > 0 && ` (${rankWords(entry)})`}
  </>
);
