import { useContext } from "preact/hooks";
import type { OtherEntry, ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import { rankWords } from "../../lib/texts/badge-text.ts";
import { ordinal, shortDate } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { ListCategory } from "./list-category.ts";

/** Which digest a paper is in, with its rank there if the digest is still known, and which others of the period. */
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

/** Which other digests a paper of a day is in, and its rank there. */
export function OtherDays({ paper: { also } }: { paper: ShownPaper }) {
  const category = useContext(ListCategory);
  if (also.length === 0) return null;
  return (
    <p class="days">
      {also.map(({ date, rank }, at) => (
        <span key={date}>
          {at > 0 && text("listSeparator")}
          <a href={periodHash({ span: "day", date }, category)}>
            {text("paperAlso", shortDate(date), ordinal(rank))}
          </a>
        </span>
      ))}
    </p>
  );
}

function PaperDay({ entry }: { entry: OtherEntry }) {
  const category = useContext(ListCategory);
  return (
    <>
      <a href={periodHash({ span: "day", date: entry.date }, category)}>
        <time dateTime={entry.date}>{shortDate(entry.date)}</time>
      </a>
      {entry.of > 0 && ` (${rankWords(entry)})`}
    </>
  );
}
