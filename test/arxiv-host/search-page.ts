/** The search results: another server, other markup (`li.arxiv-result`, where `.list-title` is the line of the id). */
import { categoryName } from "./categories.ts";
import { searchDay } from "./days.ts";
import { searchFrame } from "./frame.ts";
import { type Html, markup } from "./markup.ts";
import { abstractOf, type Paper, paper } from "./papers.ts";

/** A hit: a paper, and its version if it is older than the newest. */
export interface SearchHit {
  id: string;
  olderVersion?: number;
  /** The paper if it is not one of ours. */
  about?: Paper;
}

const tag = (category: string, tone: string) =>
  markup`<span class="tag is-small ${tone} tooltip is-tooltip-top" data-tooltip="${categoryName(category)}">${category}</span> `;

function abstract(about: Paper): Html {
  const text = abstractOf(about);
  return markup`<p class="abstract mathjax">
      <span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
      <span class="abstract-short has-text-grey-dark mathjax" id="${about.id}v1-abstract-short" style="display: inline;">${text.slice(0, 200)} &hellip;</span>
      <span class="abstract-full has-text-grey-dark mathjax" id="${about.id}v1-abstract-full" style="display: none;">${text}</span>
    </p>`;
}

const latestVersion = ({ id, versions = 1 }: Paper) =>
  markup` Latest version: <a href="https://arxiv.org/abs/${id}v${versions}">arXiv:${id}v${versions}</a>`;

function result({ id, olderVersion, about = paper(id) }: SearchHit, abstracts: boolean): Html {
  const shown = olderVersion === undefined ? id : `${id}v${olderVersion}`;
  const [primary, ...others] = about.categories;
  return markup`<li class="arxiv-result">
    <div class="is-marginless">
      <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${shown}">arXiv:${shown}</a>
        <span>&nbsp;[<a href="https://arxiv.org/pdf/${shown}">pdf</a>, <a href="https://arxiv.org/format/${shown}">other</a>]&nbsp;</span>
      </p>
      <div class="tags is-inline-block">${tag(primary, "is-link")}${others.map((other) => tag(other, "is-grey"))}</div>
    </div>
    <p class="title is-5 mathjax">
      ${about.title}
    </p>
    <p class="authors"><span class="has-text-black-bis has-text-weight-semibold">Authors:</span>
      ${about.authors.map((name, at) => markup`${at > 0 && ", "}<a href="/search/?searchtype=author&amp;query=${name}">${name}</a>`)}
    </p>
    ${abstracts && abstract(about)}
    <p class="is-size-7">Submitted ${searchDay(about.submitted)}.${olderVersion !== undefined && latestVersion(about)}</p>
  </li>`;
}

/** `/search/?query=…`; `abstracts` is false with `abstracts=hide`. */
export function searchPage(query: string, hits: readonly SearchHit[], abstracts: boolean): string {
  const heading =
    hits.length === 0
      ? markup`Sorry, your query returned no results`
      : markup`Showing 1&ndash;${hits.length} of ${hits.length} results for all:
          <span class="mathjax">${query}</span>`;
  return searchFrame({
    title: `Search | arXiv e-print repository`,
    body: markup`<div class="level is-marginless">
        <div class="level-left"><h1 class="title is-clearfix">${heading}</h1></div>
      </div>
      <div class="content">
        <form method="GET" action="/search/" role="search">
          <div class="field">
            <input
              class="input is-medium"
              id="query"
              name="query"
              aria-label="Search term"
              type="text"
              value="${query}"
            />
          </div>
        </form>
        <ol class="breathe-horizontal" start="1">
          ${hits.map((hit) => result(hit, abstracts))}
        </ol>
      </div>`,
  });
}
