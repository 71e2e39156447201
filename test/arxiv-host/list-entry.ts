/** One entry of a list, the same on every list, catch-up and author page: a `dt` with links, a `dd` with the paper. */
import { authorLinks } from "./authors.ts";
import { subject } from "./categories.ts";
import { type Html, markup } from "./markup.ts";
import { abstractOf, type Paper, paper } from "./papers.ts";

/** What an entry may say beside the paper. */
export interface ListEntry {
  id: string;
  /** "cross-list from gr-qc" or "replaced". */
  mark?: string;
  /** The paper if it is not one of ours. */
  about?: Paper;
}

/** The entry with its number on the page; `abstracts` on new lists and on catch-up pages that ask for them. */
export function listEntry(
  { id, mark, about = paper(id) }: ListEntry,
  number: number,
  abstracts = false,
): Html {
  const [primary, ...others] = about.categories;
  return markup`
    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
      ${mark && `(${mark})`}
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}" aria-labelledby="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}" aria-labelledby="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}" aria-labelledby="oth-${id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${about.title}
        </div>
        <div class='list-authors'>${authorLinks(about)}</div>
        ${about.comments && markup`<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${about.comments}</div>`}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">${subject(primary)}</span>${others.map((other) => `; ${subject(other)}`)}
        </div>
        ${abstracts && markup`<p class='mathjax'> ${abstractOf(about)} </p>`}
      </div>
    </dd>`;
}
