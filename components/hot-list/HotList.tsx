import type { Filters } from "../../lib/hot-list/filters.ts";
import type { ShownList } from "../../lib/hot-list/shown-list.ts";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { alternatives } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { periodName } from "../../lib/texts/period-text.ts";
import { ArchiveOffer } from "../feeds/FullTextsOffer.tsx";
import { PaperList } from "./PaperList.tsx";
import "./hot-list.css";

interface HotListProps {
  list: ShownList;
  /** Those of its papers that filters and search let through. */
  papers: readonly ShownPaper[];
  /** Address of the options page, where files with the words are imported. */
  optionsUrl: string;
  /** About missing words: they are on their way, or may be offered. */
  words?: MissingFullTexts | undefined;
  /** Absent until marks have been read. */
  marking?: Marking | undefined;
  /** These papers are in the page now: what is known of them is wanted. */
  onDrawn: (papers: readonly ShownPaper[]) => void;
  /** Keywords that papers have to have or must not have. */
  keywords: Pick<Filters, "include" | "exclude">;
  onClearKeywords: () => void;
  /** Takes all filters and the search away. */
  onClearFilters: () => void;
  /** Searches all digests; absent without a search, or if all of them are searched already. */
  onSearchAll?: (() => void) | undefined;
}

export type MissingFullTexts =
  | { kind: "coming" | "unreachable" | "unreadable" }
  | { kind: "offer"; onAnswer: (fetchThem: boolean) => void };

const WORDS = {
  coming: "feedsArchiveComing",
  unreachable: "listWordsUnreachable",
  unreadable: "listWordsUnreadable",
} as const;

/** The papers of a period in its order, or a message that there are none. */
export function HotList(props: HotListProps) {
  const { list, papers, optionsUrl, words, marking, onDrawn } = props;
  const { period, factsOnly } = list;
  if (list.papers.length === 0) return <p class="empty-digest">{emptyWords(list)}</p>;
  if (papers.length === 0) return <FilteredToNothing {...props} />;
  return (
    <>
      <PaperList papers={papers} dated={period.span !== "day"} marking={marking} onDrawn={onDrawn} />
      {factsOnly && words?.kind === "offer" && <ArchiveOffer onAnswer={words.onAnswer} />}
      {factsOnly && words && words.kind !== "offer" && <p class="facts-only">{text(WORDS[words.kind])}</p>}
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

/** Filters are kept between visits, so keywords that may be forgotten are named. */
function FilteredToNothing({ keywords, onClearKeywords, onClearFilters, onSearchAll }: HotListProps) {
  const named = keywordWords(keywords);
  return (
    <div class="empty-digest">
      <p>{text("listFilteredToNothing")}</p>
      {named.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {onSearchAll && (
        <button type="button" class="button main" onClick={onSearchAll}>
          {text("listSearchAll")}
        </button>
      )}
      {named.length > 0 && (
        <button type="button" class="button" onClick={onClearKeywords}>
          {text("listClearKeywords")}
        </button>
      )}
      <button type="button" class="button" onClick={onClearFilters}>
        {text("listClearFilters")}
      </button>
    </div>
  );
}

function keywordWords({ include, exclude }: HotListProps["keywords"]): string[] {
  const named = (words: readonly string[]) => alternatives(words.map((word) => text("listKeyword", word)));
  return [
    ...(include.length > 0 ? [text("listKeywordsInclude", named(include))] : []),
    ...(exclude.length > 0 ? [text("listKeywordsExclude", named(exclude))] : []),
  ];
}

/** The digests rank nothing, or there are none, which happens only "on this day". */
const emptyWords = ({ period, digests }: ShownList) =>
  text(digests > 0 ? "popupEmptyDigest" : "listNoDigest", periodName(period));
