/** What surrounds every page of arXiv since June 2026: head, header, footer. */
import { type Html, type HtmlValue, markup } from "./markup.ts";

/** Where the search has its style sheets and scripts. */
const STATIC = "https://static.arxiv.org";

const nav = markup`<header class="ds-site-header">
  <a href="https://arxiv.org/" class="ds-site-header-logo" aria-label="archive home">local arXiv</a>
  <nav class="ds-site-header-nav" id="ds-site-header-nav" aria-label="Main navigation">
    <a id="arxiv-search-toggle" href="https://arxiv.org/search">Search</a>
    <a href="https://arxiv.org/user/create">Submit</a>
    <a href="https://info.arxiv.org/about/donate.html">Donate</a>
    <span class="ds-site-header-divider" aria-hidden="true"></span>
    <a href="https://arxiv.org/login" class="ds-site-header-login">Log in</a>
  </nav>
</header>`;

const footer = markup`<footer class="ds-site-footer">
  <div class="ds-site-footer-grid">
    <div class="ds-site-footer-main">
      <div class="ds-site-footer-ack">
        This is not arXiv: a small stand-in, made by the tests and the demo of Hot Papers.
      </div>
      <nav class="ds-site-footer-links" aria-label="Site navigation">
        <a href="https://info.arxiv.org/about">About</a>
        <span class="ds-site-footer-sep" aria-hidden="true">&middot;</span>
        <a href="https://info.arxiv.org/help">Help</a>
      </nav>
    </div>
  </div>
</footer>`;

/** A page of the server that has abstracts and lists. A browser waits for its style sheets and scripts before it reads the body. */
export function browsePage({ title, head, body }: { title: string; head?: HtmlValue; body: Html }): string {
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <script>
          document.documentElement.classList.add("js");
        </script>
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <meta name="theme-color" content="#ffffff" />
        <link
          rel="stylesheet"
          type="text/css"
          media="screen"
          href="/static/browse/0.3.4/css/arXiv.css?v=20260318"
        />
        <link
          rel="stylesheet"
          type="text/css"
          media="screen"
          href="/static/base/1.0.1/css/arxiv-header-footer.css?v=20260626"
        />
        <script language="javascript" src="/static/browse/0.3.4/js/accordion.js"></script>
        <script language="javascript" src="/static/browse/0.3.4/js/optin-modal.js?v=20250819"></script>
        <script src="/static/browse/0.3.4/js/mathjaxToggle.min.js" type="text/javascript"></script>
        ${head}
      </head>
      <body>
        <div class="flex-wrap-footer">
          <a href="#content" class="ds-skip-link">Skip to main content</a>
          ${nav}
          <main>
            <div id="content">${body}</div>
          </main>
          ${footer}
        </div>
        <script src="/static/base/1.0.1/js/arxiv-header.js?v=20260626"></script>
      </body>
    </html> `.text;
}

/** A page of the abstract's next layout, with a theme of its own or that of the reader's system. */
export function nextPage(page: { title: string; head: Html; body: Html; theme: string | undefined }): string {
  const { title, head, body, theme } = page;
  return markup`<!DOCTYPE html>
    <html lang="en"${theme && markup` data-theme="${theme}"`}>
      <head>
        <title>${title}</title>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <link
          rel="stylesheet"
          type="text/css"
          href="/static/base/1.0.1/css/arxiv-header-footer.css?v=20260626"
        />
        <link rel="stylesheet" type="text/css" href="/static/browse/next/abs.css" />
        <script>
          document.documentElement.classList.add("js");
        </script>
        ${head}
      </head>
      <body>
        <a href="#main" class="ds-skip-link">Skip to main content</a>
        ${nav}
        <main id="main">${body}</main>
        ${footer}
      </body>
    </html> `.text;
}

/**
 * A page of the search, which is another server with other style sheets and scripts: `main.container`, no `#content`. Without jQuery, which
 * comes from a host that is not arXiv's.
 */
export function searchFrame({ title, body }: { title: string; body: Html }): string {
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <script defer src="${STATIC}/static/base/1.0.1/fontawesome-free-5.11.2-web/js/all.js"></script>
        <link rel="stylesheet" href="${STATIC}/static/base/1.0.1/css/arxivstyle.css" />
        <script src="//static.arxiv.org/MathJax-2.7.3/MathJax.js"></script>
        <script src="${STATIC}/static/base/1.0.1/js/notification.js"></script>
        <script>
          document.documentElement.classList.add("js");
        </script>
        <link
          rel="stylesheet"
          type="text/css"
          media="screen"
          href="${STATIC}/static/base/1.0.1/css/arxiv-header-footer.css?v=20260626"
        />
        <script defer src="${STATIC}/static/base/1.0.1/js/arxiv-header.js?v=20260626"></script>
        <link rel="stylesheet" href="${STATIC}/static/search/0.5.6/css/bulma-tooltip.min.css" />
        <link rel="stylesheet" href="${STATIC}/static/search/0.5.6/css/search.css" />
        <script src="${STATIC}/static/search/0.5.6/js/fieldset.js"></script>
      </head>
      <body>
        <div class="flex-wrap-footer">
          ${nav}
          <main class="container" id="main-container">${body}</main>
          ${footer}
        </div>
        <script src="${STATIC}/static/base/1.0.1/js/member_acknowledgement.js"></script>
      </body>
    </html> `.text;
}
