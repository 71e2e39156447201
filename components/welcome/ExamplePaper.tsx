import { Fragment } from "preact";
import { absUrl } from "../../lib/paper/links.ts";
import { parsePaperId } from "../../lib/paper/paper-id.ts";
import { figureWords, postsWords, rankWords } from "../../lib/texts/badge-text.ts";
import { shortDate } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Bars } from "../parts/Bars.tsx";
import { OutsideLink } from "../parts/OutsideLink.tsx";
import { EXAMPLE } from "./example.ts";
import "./example.css";

const { id, date, rank, of, heat, title, authors, counts, posts } = EXAMPLE;

/** What a badge looks like, on the facts of one paper, with the way to see it on arXiv. */
export function ExamplePaper() {
  const paper = parsePaperId(id);
  return (
    <section aria-labelledby="example">
      <h2 id="example">{text("welcomeShows")}</h2>
      <p>{text("welcomeShowsText")}</p>
      <figure class="example">
        <div lang="en">
          <p class="title">{title}</p>
          <p class="authors">{authors.join(", ")}</p>
        </div>
        <p class="badge">
          <Bars heat={heat} /> <b>{rankWords({ rank, of })}</b> {text("badgeDay", shortDate(date))}
          {[...figureWords(counts), postsWords(posts, counts)].map((words) => (
            <Fragment key={words}>
              {" · "}
              <span class="part">{words}</span>
            </Fragment>
          ))}
        </p>
        {paper && (
          <figcaption>
            <OutsideLink href={absUrl(paper.id)}>{text("welcomeSeeExample")}</OutsideLink>
          </figcaption>
        )}
      </figure>
      <p>{text("welcomeRange")}</p>
    </section>
  );
}
