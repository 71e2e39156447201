import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { hasInflatedRetweets } from "../../lib/hot-list/inflated.ts";
import type { LoadTexts } from "../../lib/hot-list/state/hot-list-state.ts";
import type { Look } from "../../lib/hot-list/state/look-here.ts";
import type { PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import type { ConversationEntry } from "../../lib/messages/messages.ts";
import { absUrl } from "../../lib/paper/links.ts";
import { postsWords, rankWords } from "../../lib/texts/badge-text.ts";
import { shortDate } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { CopyMenu } from "../export/CopyMenu.tsx";
import { CountedHelp } from "../hot-list/CountedHelp.tsx";
import { Figures } from "../hot-list/Figures.tsx";
import { networksOf } from "../hot-list/ListSummary.tsx";
import { TextsLoader } from "../hot-list/LoadTexts.tsx";
import { LookNow } from "../hot-list/LookNow.tsx";
import { Posts } from "../hot-list/Posts.tsx";
import { MarkButtons } from "../marks/MarkButtons.tsx";
import { Bars } from "../parts/Bars.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";
import { Tex } from "../tex/Tex.tsx";
import "./this-paper.css";

export interface ThisPaperProps {
  detail: Exclude<PaperDetail, { kind: "loading" }>;
  /** Absent until marks have been read. */
  marking: Marking | undefined;
  look: Look;
  loadTexts: LoadTexts;
}

/** Its id, beside the list's. */
const COUNTED = "counted-this";

/**
 * The paper in the tab of popup or panel: in short what the list would say of it, or a quiet line if it is in no digest. Its mark keeps it
 * out of the picture that the popup opens with: nothing is kept of a tab.
 */
export function ThisPaper({ detail, marking, look, loadTexts }: ThisPaperProps) {
  const { id } = detail;
  const [looking, setLooking] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => answer.current?.scrollIntoView({ block: "nearest" }), [looking]);
  return (
    <section class="this-paper" aria-label={text("thisPaper")} data-of-tab={id}>
      {detail.kind === "paper" && <Known detail={detail} marking={marking} loadTexts={loadTexts} />}
      <div class="doors">
        {detail.kind === "none" && <span class="quiet">{text("thisPaperNone", id)}</span>}
        {detail.kind === "failed" && <span class="quiet">{text("archivePaperFailed", detail.reason)}</span>}
        <Disclosure open={looking} controls="look-now" onToggle={() => setLooking(!looking)}>
          {text("lookButton")}
        </Disclosure>
        {detail.kind === "paper" && (
          <>
            <CountedHelp
              id={COUNTED}
              networks={networksOf(detail.entries)}
              inflated={detail.entries.some(hasInflatedRetweets)}
            />
            <span class="marks">
              <CopyMenu paper={detail.newest} />
              {marking && <MarkButtons paper={factsOf(detail.newest)} marking={marking} />}
            </span>
          </>
        )}
      </div>
      {looking && (
        <div id="look-now" ref={answer}>
          <LookNow id={id} look={look} consents={false} />
        </div>
      )}
    </section>
  );
}

interface KnownProps extends Pick<ThisPaperProps, "marking" | "loadTexts"> {
  detail: Extract<PaperDetail, { kind: "paper" }>;
}

function Known({ detail: { id, newest, entries }, marking, loadTexts }: KnownProps) {
  return (
    <>
      <h2 dir="auto" lang="en">
        <OutsideLink href={absUrl(id)} onFollow={marking && (() => marking.onOpen(factsOf(newest)))}>
          <Tex text={newest.title} />
        </OutsideLink>
      </h2>
      <TextsLoader.Provider value={loadTexts}>
        <ul>
          {entries.map((entry) => (
            <EntryLine key={entry.date} entry={entry} />
          ))}
        </ul>
      </TextsLoader.Provider>
    </>
  );
}

/** What a mark keeps of a paper. */
const factsOf = ({ id, title, authors, categories, date }: ConversationEntry) => ({
  id,
  title,
  authors,
  categories,
  date,
});

/** One digest's line: rank, day and figures; its posts when they are asked for. */
function EntryLine({ entry }: { entry: ConversationEntry }) {
  const [open, setOpen] = useState(false);
  const { id, date, heat, counts, posts, ranks, sources, list } = entry;
  const many = postsWords(posts.length, counts, list);
  const said = `said-${date}`;
  return (
    <li class="digest-entry">
      <p class="facts">
        <Bars heat={heat} />
        <span>
          <b>{rankWords(entry)}</b>{" "}
          <a href={periodHash({ span: "day", date })}>
            <time dateTime={date}>{text("badgeDay", shortDate(date))}</time>
          </a>
        </span>
        <Figures id={id} counts={counts} posts={posts} ranks={ranks} sources={sources} />
        {hasInflatedRetweets(entry) && (
          <button
            type="button"
            class="plain inflated"
            popovertarget={COUNTED}
            title={text("conversationCounted")}
          >
            {text("inflatedMark")}
          </button>
        )}
        {posts.length === 0 ? (
          many !== undefined && <span>{many}</span>
        ) : (
          <Disclosure open={open} controls={said} onToggle={() => setOpen(!open)}>
            {many}
          </Disclosure>
        )}
      </p>
      {open && (
        <div id={said}>
          <Posts id={id} posts={posts} counts={counts} />
        </div>
      )}
    </li>
  );
}
