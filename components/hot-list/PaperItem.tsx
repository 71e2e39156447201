import { useContext, useState } from "preact/hooks";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import { paragraphs } from "../../lib/hot-list/paragraphs.ts";
import { absUrl, pdfUrl } from "../../lib/paper/links.ts";
import { postsWords } from "../../lib/texts/badge-text.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { text } from "../../lib/texts/text.ts";
import { CopyMenu } from "../export/CopyMenu.tsx";
import { MarkButtons } from "../marks/MarkButtons.tsx";
import { NoteLine } from "../marks/NoteLine.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";
import { Tex } from "../tex/Tex.tsx";
import { Authors } from "./Authors.tsx";
import { DetailLink } from "./DetailLink.tsx";
import { ListFollowing } from "./FollowButton.tsx";
import { OtherDays, PaperDays } from "./PaperDays.tsx";
import { PaperFacts } from "./PaperFacts.tsx";
import { Posts } from "./Posts.tsx";
import "./paper-item.css";

/** From this rank on the number is quiet. */
const LEAD = 3;

interface PaperItemProps {
  paper: ShownPaper;
  /** Absent if nothing is marked. */
  marking?: Marking | undefined;
  /** The list has papers of several days: each says which digest it is from. */
  dated?: boolean;
}

/** One paper of a hot list. */
export function PaperItem({ paper, marking, dated = false }: PaperItemProps) {
  const { id, date, of, place, title, authors, categories, abstract, counts, posts } = paper;
  const [postsOpen, setPostsOpen] = useState(false);
  const [abstractOpen, setAbstractOpen] = useState(false);
  const words = postsWords(posts.length, counts, paper.list);
  const mine = useContext(ListFollowing)?.following?.mine.get(id);
  const known = of > 0; // otherwise its digest is gone, and posts are unknown
  const facts = { id, title, authors, categories, date };
  const onFollow = marking && (() => marking.onOpen(facts));
  const read = marking?.marks.get(id)?.read !== undefined;
  return (
    <li class={read ? "paper read" : "paper"} data-hot-paper={id}>
      <span class={place <= LEAD ? "rank lead" : "rank"}>{place}</span>
      <div>
        <h3 dir="auto" lang="en">
          <OutsideLink href={absUrl(id)} onFollow={onFollow}>
            <Tex text={title} />
          </OutsideLink>
        </h3>
        <Authors authors={authors} />
        {mine !== undefined && <p class="mine">{text("followsMark", mine)}</p>}
        {dated ? <PaperDays paper={paper} /> : <OtherDays paper={paper} />}
        <PaperFacts paper={paper} />
        {marking && <NoteLine paper={facts} marking={marking} />}
        <div class="doors">
          {posts.length === 0 ? (
            known && words !== undefined && <span>{words}</span>
          ) : (
            <Disclosure open={postsOpen} controls={`posts-${id}`} onToggle={() => setPostsOpen(!postsOpen)}>
              {words}
            </Disclosure>
          )}
          {abstract !== undefined && (
            <Disclosure
              open={abstractOpen}
              controls={`abstract-${id}`}
              onToggle={() => setAbstractOpen(!abstractOpen)}
            >
              {text("popupAbstract")}
            </Disclosure>
          )}
          <span class="links">
            <DetailLink id={id} title={title} />
            <OutsideLink href={absUrl(id)} label={text("popupAbsOf", title)} onFollow={onFollow}>
              abs
            </OutsideLink>
            <OutsideLink href={pdfUrl(id)} label={text("popupPdfOf", title)} onFollow={onFollow}>
              pdf
            </OutsideLink>
          </span>
          <span class="marks">
            <CopyMenu paper={paper} />
            {marking && <MarkButtons paper={facts} marking={marking} />}
          </span>
        </div>
        {postsOpen && (
          <div id={`posts-${id}`}>
            <Posts id={id} posts={posts} counts={counts} />
          </div>
        )}
        {abstractOpen && abstract !== undefined && (
          <div id={`abstract-${id}`} class="abstract">
            {paragraphs(abstract).map((paragraph) => (
              <p key={paragraph} dir="auto" lang="en">
                <Tex text={paragraph} />
              </p>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
