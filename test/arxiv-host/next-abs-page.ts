/** The abstract page as arXiv plans it: `/abs/ID?layout=next`. Facts: the mock-up abstract-phase2.html of arXiv/design-system, 2026-10. */
import { categoryName } from "./categories.ts";
import { shortDay } from "./days.ts";
import { abstractHead } from "./abs-page.ts";
import { authorList } from "./authors.ts";
import { nextPage } from "./frame.ts";
import { type Html, markup } from "./markup.ts";
import { abstractOf, type Paper } from "./papers.ts";

/** So many authors are named at once, the others at a press. */
const FIRST = 8;

function authors(paper: Paper): Html {
  const links = authorList(paper);
  const rest = links.slice(FIRST);
  return markup`<div class="abs-authors">
    <span class="abs-authors-list">${links.slice(0, FIRST)}</span
    >${
      rest.length > 0 &&
      markup`<span class="abs-authors-overflow" id="authors-overflow">${rest}</span>
        <button type="button" class="abs-authors-toggle" aria-expanded="false" aria-controls="authors-overflow">
          &hellip; show all ${links.length} authors
        </button>`
    }
  </div>`;
}

const term = (name: string, value: Html) =>
  markup`<dt class="ds-panel-label">${name}</dt>
    <dd class="abs-meta-value">${value}</dd>`;

/** What a page says of its theme on `html`; without a word it follows the reader's system. */
export type Theme = "light" | "dark";

export function nextAbsPage(paper: Paper, theme?: Theme): string {
  const { id, title, categories, submitted, comments } = paper;
  const body = markup`<div class="abs-page">
    <h1 class="abs-title" lang="en">${title}</h1>
    <div class="abs-date">
      Submitted <time datetime="${submitted}">${shortDay(submitted)}</time>&nbsp;UTC
      <span class="abs-version-pill is-current" aria-current="true">v1</span>
    </div>
    ${authors(paper)}
    <div class="abs-body">
      <nav class="abs-actions" aria-label="Paper downloads">
        <a href="https://arxiv.org/html/${id}v1" class="abs-btn abs-btn-html">HTML</a>
        <a href="https://arxiv.org/pdf/${id}v1" class="abs-btn abs-btn-pdf">PDF</a>
        <a href="https://arxiv.org/src/${id}v1" class="abs-btn abs-btn-tex">TeX Source</a>
      </nav>
      <div class="abs-body-main">
        <div class="abs-abstract" lang="en">${abstractOf(paper)}</div>
      </div>
    </div>
    <div class="abs-reference-zone">
      <section class="abs-meta abs-ref-card" aria-labelledby="meta-heading">
        <h2 class="abs-ref-card-title" id="meta-heading">Paper information</h2>
        <dl class="abs-meta-grid">
          ${term(
            "Subjects",
            markup`${categories.map(
              (each, at) =>
                markup`${at > 0 && "; "}${categoryName(each)} (<a href="https://arxiv.org/list/${each}/recent">${each}</a>)`,
            )}`,
          )}
          ${term("DOI", markup`<a href="https://doi.org/10.48550/arXiv.${id}">10.48550/arXiv.${id}</a>`)}
          ${comments && term("Comments", markup`${comments}`)}
        </dl>
      </section>
    </div>
  </div>`;
  return nextPage({ title: `[${id}] ${title}`, head: abstractHead(paper, `${id}v1`), body, theme });
}
