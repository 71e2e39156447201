/** A paper in HTML: `/html/IDvN`. Facts: arXiv/arxiv-browse's style sheet and script for such papers, 2026-08, and a page of 2026-09. */
import { type Html, markup } from "./markup.ts";
import { abstractOf, type Paper } from "./papers.ts";

/** An icon, which is all that is left of a link in narrow windows. */
const icon = (name = "") =>
  markup`<svg class="${name}" height="20" width="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M2 2h16v16H2z"></path>
  </svg>`;

const link = (words: string, title: string, href: string): Html =>
  markup`<a class="header-button" title="${title}" aria-label="${title}" href="${href}">
    ${icon("mobile-only")}
    <span class="desktop-only">${words}</span>
  </a>`;

/** With arXiv's own switch of light and dark, which starts as the reader's system is. */
export function htmlPage(paper: Paper): string {
  const id = `${paper.id}v1`;
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <title>${paper.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/static/browse/0.3.4/css/arxiv-html-papers-20260823.css" />
        <script>
          const show = (dark) => document.documentElement.setAttribute("data-theme", dark ? "dark" : "light");
          const toggleColorScheme = () => show(document.documentElement.dataset.theme === "light");
          show(matchMedia("(prefers-color-scheme: dark)").matches);
        </script>
      </head>
      <body>
        <header class="arxiv-html-header">
          <div class="html-header-logo">
            <a href="https://arxiv.org/"
              ><span class="logo desktop-only">local arXiv</span>
              <span class="sr-only">Back to arXiv</span>
            </a>
          </div>
          <!--TOC, dark mode, links-->
          <nav class="html-header-nav">
            <a class="header-button desktop-only" href="https://info.arxiv.org/about/accessible_HTML.html"
              >Why HTML?</a
            >
            ${link("Report Issue", "Report an Issue", "#")}
            ${link("Back to Abstract", "Back to abstract page", `https://arxiv.org/abs/${id}`)}
            ${link("Download PDF", "Download PDF", `https://arxiv.org/pdf/${id}`)}
            ${["Toggle navigation", "Disable reading mode, show header and footer"].map(
              (title) =>
                markup`<a class="header-button toggle-icon" title="${title}" role="button">${icon()}</a>`,
            )}
            <button
              type="button"
              class="header-button color-tog"
              title="Toggle dark/light mode"
              aria-label="Toggle color scheme"
              onclick="toggleColorScheme()"
            >
              ${icon()}
            </button>
          </nav>
        </header>
        <nav class="ltx_page_navbar"><nav class="ltx_TOC"></nav></nav>
        <div class="ltx_page_main">
          <div class="ltx_page_content">
            <article class="ltx_document">
              <h1 class="ltx_title ltx_title_document">${paper.title}</h1>
              <div class="ltx_authors">${paper.authors.join(", ")}</div>
              <p class="ltx_p">${abstractOf(paper)}</p>
            </article>
          </div>
        </div>
      </body>
    </html> `.text;
}

/** One that its authors made themselves: nothing of arXiv's is on it. */
export function authorHtmlPage(paper: Paper): string {
  return markup`<html>
    <head>
      <title>${paper.title}</title>
      <link rel="icon" href="data:," />
    </head>
    <body>
      <h1>${paper.title}</h1>
      <p>See <a title="Abstract" href="/abs/${paper.id}">arXiv:${paper.id}</a>.</p>
      <dl><dt>A term</dt><dd>And what it means.</dd></dl>
    </body>
  </html> `.text;
}
