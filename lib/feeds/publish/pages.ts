/** The pages of the published site, each as place and content. */
import type { Digest, Entry } from "../../digest/digest.ts";
import { absUrl } from "../../paper/links.ts";
import { taxonomyName } from "../../paper/taxonomy.ts";
import { withAccents } from "../../tex/accents.ts";
import { entryHtml } from "./entry-html.ts";
import { framed } from "./frame.ts";
import { markup } from "./html.ts";
import type { Html } from "./html.ts";
import { from, PLACES } from "./site.ts";
import type { Site } from "./site.ts";
import { longDate, monthName, several, sourceSentence } from "./wording.ts";

type Page = [place: string, content: string];

const monthOf = ({ date }: Digest): string => date.slice(0, 7);

/** Names of devices on Windows, which no file can have there, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that can be part of an address and of a file's name on every system: all of arXiv's categories are. One of arXiv's in other
 * letters (`cs.lg`) has no page of its own: on many disks it would be the same file.
 */
const isPlain = (name: string): boolean =>
  /^[A-Za-z-]+(\.[A-Za-z-]+)?$/.test(name) && !DEVICE.test(name) && (taxonomyName(name) ?? name) === name;

/** The categories that have a page. Of several that differ only in capitals, the first in order. */
export const categoriesOf = (digests: readonly Digest[]): string[] => {
  const names = new Set(digests.flatMap(({ papers }) => papers.flatMap(({ categories }) => categories)));
  const byFile = new Map<string, string>();
  for (const name of [...names].filter(isPlain).toSorted((a, b) => (a < b ? -1 : 1)))
    if (!byFile.has(name.toLowerCase())) byFile.set(name.toLowerCase(), name);
  return [...byFile.values()];
};

export const monthsOf = (digests: readonly Digest[]): string[] => [...new Set(digests.map(monthOf))];

/** A day's list, as it is on its page and on the first one. */
function dayHtml(digest: Digest, place: string, pages: ReadonlySet<string>): Html {
  const category = (name: string) => (pages.has(name) ? from(place, PLACES.category(name)) : "#main");
  const sources = digest.sources?.map((state) => markup`<li>${sourceSentence(state)}</li>`);
  return markup`<p>${several(digest.papers.length, "paper")}.</p>
    ${digest.papers.map((entry) => entryHtml(entry, category))}
    ${
      sources &&
      markup`<h2>Who was asked</h2>
        <ul>
          ${sources}
        </ul>`
    }
    <p><a href="${from(place, PLACES.dayFile(digest.date))}">This day as JSON</a></p>`;
}

/** Days as links with their number of papers. */
const dayLinks = (digests: readonly Digest[], place: string): Html =>
  markup`<ul class="days">
    ${digests.map(
      ({ date, papers }) =>
        markup`<li>
          <a href="${from(place, PLACES.day(date))}">${longDate(date)}</a>, ${several(papers.length, "paper")}
        </li>`,
    )}
  </ul>`;

function homePage(site: Site): Page {
  const [newest] = site.digests;
  if (!newest) return [PLACES.home, framed(site, PLACES.home, site.title, markup`<p>No digest yet.</p>`)];
  const heading = `Hot papers of ${longDate(newest.date)}`;
  return [
    PLACES.home,
    framed(site, PLACES.home, heading, dayHtml(newest, PLACES.home, new Set(categoriesOf(site.digests)))),
  ];
}

function dayPages(site: Site): Page[] {
  const pages = new Set(categoriesOf(site.digests));
  return site.digests.map((digest, index) => {
    const place = PLACES.day(digest.date);
    const [newer, older] = [site.digests[index - 1], site.digests[index + 1]];
    const around = markup`<nav aria-label="Days">
      <ul>
        ${older && markup`<li><a rel="prev" href="${from(place, PLACES.day(older.date))}">Before: ${longDate(older.date)}</a></li>`}
        ${newer && markup`<li><a rel="next" href="${from(place, PLACES.day(newer.date))}">Next: ${longDate(newer.date)}</a></li>`}
        <li><a href="${from(place, PLACES.month(monthOf(digest)))}">${monthName(monthOf(digest))}</a></li>
      </ul>
    </nav>`;
    const main = markup`${around}${dayHtml(digest, place, pages)}`;
    return [place, framed(site, place, `Hot papers of ${longDate(digest.date)}`, main)];
  });
}

function monthPages(site: Site): Page[] {
  return monthsOf(site.digests).map((month) => {
    const place = PLACES.month(month);
    const days = site.digests.filter((digest) => monthOf(digest) === month);
    return [place, framed(site, place, `Hot papers of ${monthName(month)}`, dayLinks(days, place))];
  });
}

function categoryPages(site: Site): Page[] {
  const found = new Map<string, { entry: Entry; date: string }[]>(
    categoriesOf(site.digests).map((name) => [name, []]),
  );
  for (const { date, papers } of site.digests) {
    for (const entry of papers)
      for (const name of new Set(entry.categories)) found.get(name)?.push({ entry, date });
  }
  return [...found].map(([name, entries]) => {
    const place = PLACES.category(name);
    const items = entries.map(
      ({ entry, date }) =>
        markup`<li data-hot-paper="${entry.id}">
          <a href="${absUrl(entry.id)}">${withAccents(entry.title)}</a>,
          <a href="${from(place, PLACES.day(date))}">number ${entry.rank} on ${longDate(date)}</a>
        </li>`,
    );
    return [
      place,
      framed(
        site,
        place,
        `Hot papers in ${name}`,
        markup`<ul class="days">
          ${items}
        </ul>`,
      ),
    ];
  });
}

function archivePage(site: Site): Page {
  const place = "archive.html";
  const months = monthsOf(site.digests).map(
    (month) => markup`<li><a href="${from(place, PLACES.month(month))}">${monthName(month)}</a></li>`,
  );
  const categories = categoriesOf(site.digests).map(
    (name) => markup`<li><a href="${from(place, PLACES.category(name))}">${name}</a></li>`,
  );
  const main = markup`<h2>By month</h2>
    <ul class="days">
      ${months}
    </ul>
    <h2>By category</h2>
    <ul class="categories">
      ${categories}
    </ul>`;
  return [place, framed(site, place, "All days", main)];
}

function aboutPage(site: Site): Page {
  const main = markup`<p>
      A digest ranks the papers of arXiv that people talk about. It is named after the date that arXiv's own
      list carries. Talk is counted over the 72 hours before the digest was made, or before the day ended.
    </p>
    <h2>What the figures mean</h2>
    <ul>
      <li>
        Bluesky: reposts and likes of the posts that link the paper, each post once. Bots, and people who
        asked not to be shown in places like this, are left out; a deleted post is gone.
      </li>
      <li>Hugging Face: upvotes and comments of the paper in its daily papers.</li>
      <li>Hacker News: points and comments of the story that has most points.</li>
      <li>
        X (Twitter): retweets and favorites. Those of 2020 to 2022 are as their makers recorded them and very
        probably too high: a retweet added the original's count once more.
      </li>
    </ul>
    <p>A figure that is missing is unknown. It is never zero.</p>
    <h2>The order</h2>
    <p>
      With one network the order is its own. With several it is the mixed rank: the sum of 1 / (20 + rank)
      over the networks that know the paper. The ranks it came from stand beside it. Figures of different
      networks are never added up.
    </p>
    <h2>For programs</h2>
    <p>
      The newest days are named by <a href="${PLACES.pointer}">${PLACES.pointer}</a>, all days by
      <a href="${PLACES.index}">${PLACES.index}</a>. In the JSON Feed, <code>_hot_papers</code> names the file
      of a day. A day's file is final after seven days.
    </p>`;
  return [PLACES.about, framed(site, PLACES.about, "How this is counted", main)];
}

/** All pages. */
export const pagesOf = (site: Site): Page[] => [
  homePage(site),
  archivePage(site),
  aboutPage(site),
  ...dayPages(site),
  ...monthPages(site),
  ...categoryPages(site),
];
