import { useEffect, useRef } from "preact/hooks";
import { paragraphs } from "../../lib/hot-list/paragraphs.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import type { ConversationEntry } from "../../lib/messages/messages.ts";
import { categoryName } from "../../lib/paper/category-names.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { absUrl, pdfUrl } from "../../lib/paper/links.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import type { Look } from "../../lib/hot-list/state/look-here.ts";
import type { PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";
import { postsWords, rankWords } from "../../lib/texts/badge-text.ts";
import { date as dayWords } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { CopyMenu } from "../export/CopyMenu.tsx";
import { Authors } from "../hot-list/Authors.tsx";
import { Figures } from "../hot-list/Figures.tsx";
import { LookNow } from "../hot-list/LookNow.tsx";
import { Posts } from "../hot-list/Posts.tsx";
import { MarkButtons } from "../marks/MarkButtons.tsx";
import { NoteLine } from "../marks/NoteLine.tsx";
import { Bars } from "../parts/Bars.tsx";
import { Icon } from "../parts/Icon.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { Tex } from "../tex/Tex.tsx";

interface PaperPaneProps {
  detail: PaperDetail;
  /** Absent unless the address asks for the button "Look now". */
  look: Look | undefined;
  /** Absent until marks have been read. */
  marking: Marking | undefined;
  /** Address of the list to go back to. */
  backHash: string;
}

/** One paper with everything that the digests say of it. It takes the focus when it comes, because a press asked for it. */
export function PaperPane({ detail, look, marking, backHash }: PaperPaneProps) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  return (
    <article
      ref={pane}
      tabIndex={-1}
      class="paper-pane"
      data-paper={detail.id}
      aria-busy={detail.kind === "loading"}
    >
      <p class="back">
        <a href={backHash}>
          <Icon name="previous" /> {text("savedBack")}
        </a>
      </p>
      {detail.kind === "paper" && <Paper detail={detail} look={look} marking={marking} />}
      {detail.kind === "loading" && <p class="note">{text("popupLoading")}</p>}
      {detail.kind === "none" && <Unknown id={detail.id} look={look} />}
      {detail.kind === "failed" && <p role="alert">{text("archivePaperFailed", detail.reason)}</p>}
    </article>
  );
}

/** The button, which takes the focus if a page of ours asks for consent. */
const LookHere = ({ id, look }: { id: PaperId; look: Look }) => (
  <LookNow id={id} look={look} consents={import.meta.env.FIREFOX} />
);

/** A paper that no digest has: it can be read, and looked up on the networks. */
function Unknown({ id, look }: { id: PaperId; look: Look | undefined }) {
  return (
    <>
      <output>{text("archivePaperNone", id)}</output>
      <p class="doors">
        <OutsideLink href={absUrl(id)}>abs</OutsideLink>
        <OutsideLink href={pdfUrl(id)}>pdf</OutsideLink>
      </p>
      {look && <LookHere id={id} look={look} />}
    </>
  );
}

interface PaperProps {
  detail: Extract<PaperDetail, { kind: "paper" }>;
  look: Look | undefined;
  marking: Marking | undefined;
}

const loadHistory = () => import("../charts/PaperHistory.tsx");

function Paper({ detail: { id, newest, entries }, look, marking }: PaperProps) {
  const { title, authors, categories, date } = newest;
  const facts = { id, title, authors, categories, date };
  const onFollow = marking && (() => marking.onOpen(facts));
  const history = useLoaded(loadHistory, entries.length > 1);
  const abstract = entries.find((entry) => entry.abstract !== undefined)?.abstract;
  return (
    <>
      <h2 dir="auto" lang="en">
        <OutsideLink href={absUrl(id)} onFollow={onFollow}>
          <Tex text={title} />
        </OutsideLink>
      </h2>
      <Authors authors={authors} />
      {categories.length > 0 && (
        <ul class="named-categories">
          {categories.map((category) => (
            <li key={category}>
              <b>{category}</b> {categoryName(category)}
            </li>
          ))}
        </ul>
      )}
      <p class="doors">
        <OutsideLink href={absUrl(id)} label={text("popupAbsOf", title)} onFollow={onFollow}>
          abs
        </OutsideLink>
        <OutsideLink href={pdfUrl(id)} label={text("popupPdfOf", title)} onFollow={onFollow}>
          pdf
        </OutsideLink>
        <span class="marks">
          <CopyMenu paper={newest} />
          {marking && <MarkButtons paper={facts} marking={marking} />}
        </span>
      </p>
      {marking && <NoteLine paper={facts} marking={marking} />}
      {look && <LookHere id={id} look={look} />}
      {abstract !== undefined && (
        <section aria-labelledby="abstract">
          <h3 id="abstract">{text("popupAbstract")}</h3>
          {paragraphs(abstract).map((paragraph) => (
            <p key={paragraph} dir="auto" lang="en">
              <Tex text={paragraph} />
            </p>
          ))}
        </section>
      )}
      {entries.map((entry) => (
        <DigestEntry key={entry.date} entry={entry} />
      ))}
      {history && <history.PaperHistory entries={entries} />}
    </>
  );
}

/** What one digest says: rank, figures and posts. */
function DigestEntry({ entry }: { entry: ConversationEntry }) {
  const { date, heat, counts, posts, ranks, sources, list } = entry;
  const many = postsWords(posts.length, counts, list);
  return (
    <section class="digest-entry" aria-labelledby={`entry-${date}`}>
      <h3 id={`entry-${date}`}>
        {rankWords(entry)}{" "}
        <a href={periodHash({ span: "day", date })}>
          <time dateTime={date}>{text("badgeDay", dayWords(date))}</time>
        </a>
      </h3>
      <p class="facts">
        <Bars heat={heat} />
        <Figures id={entry.id} counts={counts} posts={posts} ranks={ranks} sources={sources} />
        {many !== undefined && <span>{many}</span>}
      </p>
      {posts.length > 0 && <Posts id={entry.id} posts={posts} counts={counts} />}
    </section>
  );
}
