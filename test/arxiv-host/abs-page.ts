/** The abstract page: `/abs/ID`. */
import { authorLinks } from "./authors.ts";
import { archiveOf, categoryName, subject } from "./categories.ts";
import { listDay, shortDay } from "./days.ts";
import { browsePage } from "./frame.ts";
import { type Html, markup } from "./markup.ts";
import { abstractOf, type Paper } from "./papers.ts";

const lastName = (name: string) => {
  const names = name.split(" ");
  const last = names.pop() ?? name;
  return `${last}, ${names.join(" ")}`;
};

const head = (paper: Paper, id: string) =>
  markup`<script src="/static/browse/0.3.4/js/toggle-labs.js?20241022" type="text/javascript"></script>
    <script src="/static/browse/0.3.4/js/cite.js" type="text/javascript"></script>
    ${abstractHead(paper, id)}`;

/** What an abstract page says of its paper to programs. */
export const abstractHead = (paper: Paper, id: string) =>
  markup`<link rel="canonical" href="https://arxiv.org/abs/${paper.id}" />
    <meta property="og:url" content="https://arxiv.org/abs/${id}" />
    <meta name="citation_title" content="${paper.title}" />
    ${paper.authors.map((name) => markup`<meta name="citation_author" content="${lastName(name)}" />`)}
    <meta name="citation_date" content="${paper.submitted.replaceAll("-", "/")}" />
    <meta name="citation_arxiv_id" content="${paper.id}" />`;

const subjects = ({ categories: [primary, ...others] }: Paper) =>
  markup`<span class="primary-subject">${subject(primary)}</span
    >${others.map((other) => `; ${subject(other)}`)}`;

const row = (label: Html, name: string, content: Html) =>
  markup`<tr>
    <td class="tablecell label">${label}</td>
    <td class="tablecell ${name}">${content}</td>
  </tr>`;

function metatable(paper: Paper, versioned: string): Html {
  const { id, categories, comments } = paper;
  return markup`<div class="metatable">
    <table summary="Additional metadata">
      ${comments && row(markup`Comments:`, "comments mathjax", markup`${comments}`)}
      ${row(markup`Subjects:`, "subjects", subjects(paper))}
      ${row(markup`Cite as:`, "arxivid", markup`<span class="arxivid"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> [${categories[0]}]</span>`)}
      ${row(markup`&nbsp;`, "arxividv", markup`(or <span class="arxivid"><a href="https://arxiv.org/abs/${versioned}">arXiv:${versioned}</a> [${categories[0]}]</span> for this version)`)}
      ${row(markup`&nbsp;`, "arxivdoi", markup`<a href="https://doi.org/10.48550/arXiv.${id}" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.${id}</a>`)}
    </table>
  </div>`;
}

function fullText({ id, withdrawn }: Paper): Html {
  const links = markup`<li><a href="/pdf/${id}" accesskey="f" class="abs-button download-pdf">View PDF</a></li>
    <li>
      <a href="https://arxiv.org/html/${id}v1" class="abs-button" id="latexml-download-link"
        >HTML (experimental)</a
      >
    </li>
    <li><a href="/src/${id}" class="abs-button download-eprint">TeX Source</a></li>`;
  return markup`<div class="full-text">
    <a name="other"></a>
    <span class="descriptor">Full-text links:</span>
    <h2>Access Paper:</h2>
    <ul>
      ${withdrawn ? markup`<li>Withdrawn</li>` : links}
    </ul>
  </div>`;
}

function browseBox({ categories, submitted }: Paper): Html {
  const category = categories[0];
  const month = submitted.slice(0, 7);
  return markup`<div class="browse">
    <h3 class="browse-context-heading">Current browse context:</h3>
    <div class="current">${category}</div>
    <div class="list">
      <a class="abs-button context-new" href="/list/${category}/new" rel="nofollow">new</a> |
      <a class="abs-button context-recent" href="/list/${category}/recent" rel="nofollow">recent</a> |
      <a class="abs-button context-id" href="/list/${category}/${month}" rel="nofollow">${month}</a>
    </div>
  </div>`;
}

/** `shown` is the version that the address asked for, absent for the newest. */
export function absPage(paper: Paper, shown?: number): string {
  const { id, title, categories, submitted, versions = 1, withdrawn } = paper;
  const version = shown ?? versions;
  const asked = shown === undefined ? id : `${id}v${shown}`;
  const versioned = `${id}v${version}`;
  const archive = archiveOf(categories[0]);
  const revised =
    version > 1 &&
    markup` (<a href="https://arxiv.org/abs/${id}v1">v1</a>), last revised ${shortDay(submitted)} (this version,
      v${version})`;
  const body = markup`<div id="abs-outer">
    <div class="leftcolumn">
      <div class="subheader">
        <h1>${categoryName(archive)} > ${categoryName(categories[0])}</h1>
      </div>
      <div class="header-breadcrumbs-mobile"><strong>arXiv:${asked}</strong> (${archive})</div>
      <link rel="stylesheet" type="text/css" href="/static/base/1.0.1/css/abs.css" />
      <div id="content-inner">
        <div id="abs">
          ${withdrawn && markup`<span class="error">This paper has been withdrawn by ${paper.authors[0]}</span>`}
          <div class="dateline">[Submitted on ${shortDay(submitted)}${revised}]</div>
          <h1 class="title mathjax"><span class="descriptor">Title:</span>${title}</h1>
          <div class="authors"><span class="descriptor">Authors:</span>${authorLinks(paper, "nofollow")}</div>
          <a class="mobile-submission-download" href="/pdf/${asked}">View PDF</a>
          <a class="mobile-submission-download" href="https://arxiv.org/html/${versioned}"
            >HTML (experimental)</a
          >
          <blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>${abstractOf(paper)}
          </blockquote>
          <!--CONTEXT-->
          ${metatable(paper, versioned)}
        </div>
      </div>
      <div class="submission-history">
        <h2>Submission history</h2>
        From: ${paper.authors[0]}<br />
        <strong>[v1]</strong> ${listDay(submitted)} 12:00:00 UTC (98 KB)<br />
      </div>
    </div>
    <!--end leftcolumn-->
    <div class="extra-services">
      ${fullText(paper)} ${browseBox(paper)}
      <div class="extra-ref-cite">
        <h3>References &amp; Citations</h3>
        <ul>
          <li><a class="abs-button" href="https://ui.adsabs.harvard.edu/abs/arXiv:${id}">NASA ADS</a></li>
          <li>
            <a class="abs-button" href="https://scholar.google.com/scholar_lookup?arxiv_id=${id}"
              >Google Scholar</a
            >
          </li>
        </ul>
      </div>
      <div class="extra-ref-cite">
        <button type="button" id="bib-cite-trigger" class="bib-cite-button abs-button">
          export BibTeX citation
        </button>
      </div>
      <div class="bookmarks"><h3>Bookmark</h3></div>
    </div>
    <!--end extra-services-->
    <div class="endorsers">
      <a href="/auth/show-endorsers/${id}" class="endorser-who" rel="nofollow"
        >Which authors of this paper are endorsers?</a
      >
    </div>
  </div>`;
  return browsePage({ title: `[${asked}] ${title}`, head: head(paper, versioned), body });
}
