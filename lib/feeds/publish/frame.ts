/** The frame of every page: no script, and a policy that would not let one run. */
import { markup } from "./html.ts";
import type { Html } from "./html.ts";
import { from, PLACES } from "./site.ts";
import type { Site } from "./site.ts";

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page. `place` is its place, `heading` its title and first heading. */
export function framed(site: Site, place: string, heading: string, main: Html): string {
  const link = (other: string) => from(place, other);
  const items: [string, string][] = [
    [PLACES.home, "Newest"],
    ["archive.html", "All days"],
    [PLACES.about, "How this is counted"],
  ];
  const navigation = items.map(
    ([target, name]) =>
      markup`<li>
        <a href="${link(target)}" ${target === place ? markup` aria-current="page"` : undefined}>${name}</a>
      </li>`,
  );
  const title = heading === site.title ? heading : `${heading} – ${site.title}`;
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="stylesheet" href="${link(PLACES.style)}" />
        <link
          rel="alternate"
          type="application/feed+json"
          title="${site.title}"
          href="${link(PLACES.jsonFeed)}"
        />
        <link rel="alternate" type="application/atom+xml" title="${site.title}" href="${link(PLACES.atom)}" />
      </head>
      <body>
        <a class="skip" href="#main">To the list</a>
        <header>
          <p><a href="${link(PLACES.home)}">${site.title}</a></p>
          <nav aria-label="Site">
            <ul>
              ${navigation}
            </ul>
          </nav>
        </header>
        <main id="main">
          <h1>${heading}</h1>
          ${main}
        </main>
        <footer>
          <p>Thank you to arXiv for use of its open access interoperability. This site is not arXiv's.</p>
          <p>
            Feeds: <a href="${link(PLACES.jsonFeed)}">JSON Feed</a>, <a href="${link(PLACES.atom)}">Atom</a>.
          </p>
        </footer>
      </body>
    </html> `.text;
}
