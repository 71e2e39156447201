import type { ShownDay } from "../../lib/hot-list/shown-day.ts";
import type { Marking } from "../../lib/reader/marking.ts";
import { date as dayWords } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { ArchiveOffer } from "../feeds/ArchiveOffer.tsx";
import { PaperItem } from "./PaperItem.tsx";
import "./hot-list.css";

interface HotListProps {
  day: ShownDay;
  /** Address of the options page, where files with the words are imported. */
  optionsUrl: string;
  /** Of words that are missing: they are on their way, or may be offered. */
  words?: MissingWords | undefined;
  /** Absent until marks have been read. */
  marking?: Marking | undefined;
}

export type MissingWords = { kind: "coming" } | { kind: "offer"; onAnswer: (fetchThem: boolean) => void };

/** The papers of a day in order of rank, or that there is none. */
export function HotList({ day: { date, papers, factsOnly }, optionsUrl, words, marking }: HotListProps) {
  if (papers.length === 0) return <p class="empty-digest">{text("popupEmptyDigest", dayWords(date))}</p>;
  return (
    <>
      <ol class="hot-list">
        {papers.map((paper) => (
          <PaperItem key={`${date} ${paper.id}`} paper={paper} date={date} marking={marking} />
        ))}
      </ol>
      {factsOnly && words?.kind === "offer" && <ArchiveOffer onAnswer={words.onAnswer} />}
      {factsOnly && words?.kind === "coming" && <p class="facts-only">{text("feedsArchiveComing")}</p>}
      {factsOnly && !words && (
        <p class="facts-only">
          {text("popupFactsOnly")}{" "}
          <a href={optionsUrl} target="_blank">
            {text("popupFactsOnlyLink")}
          </a>
        </p>
      )}
    </>
  );
}
