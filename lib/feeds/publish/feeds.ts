/** The feeds that ordinary feed readers take: JSON Feed 1.1 and Atom (RFC 4287), one item for each day. */
import type { Digest } from "../../digest/digest.ts";
import type { DayLink } from "../read/day-file.ts";
import { writeJsonFeed } from "../read/json-feed.ts";
import { listUrl } from "../../paper/links.ts";
import { entryHtml } from "./entry-html.ts";
import { escapeMarkup, markup } from "./html.ts";
import { PLACES, stableId, whole } from "./site.ts";
import type { Site } from "./site.ts";
import { several, sourceSentence } from "./wording.ts";

/** As many days as the pointer lists. */
const DAYS = 14;

/** A day as HTML for feed readers. */
function contentOf({ papers, sources }: Digest): string {
  const states = sources?.map((state) => markup`<li>${sourceSentence(state)}</li>`);
  return markup`${papers.map((entry) => entryHtml(entry, listUrl))}${
    states &&
    markup`<ul>
      ${states}
    </ul>`
  }`.text;
}

/** Our times are UTC without saying so; the archive's are Japan's, nine hours ahead, which no feed reader minds. */
const instant = (time: string): string => `${time}Z`;

/** `links` are the day files by date. Addresses that the feed's readers follow are absolute if the site's own is known. */
export function jsonFeedOf(site: Site, links: ReadonlyMap<string, DayLink>): string {
  return writeJsonFeed({
    title: site.title,
    home: site.base === undefined ? undefined : whole(site, ""),
    address: site.base === undefined ? undefined : whole(site, PLACES.jsonFeed),
    description: "Papers on arXiv that people talk about, day by day.",
    about: site.base === undefined ? `../${PLACES.about}` : whole(site, PLACES.about),
    pointer: "latest.json",
    items: site.digests.slice(0, DAYS).map((digest) => ({
      id: stableId(site, PLACES.day(digest.date)),
      url: site.base === undefined ? undefined : whole(site, PLACES.day(digest.date)),
      title: digest.title,
      contentHtml: contentOf(digest),
      published: instant(digest.generated),
      digest: links.get(digest.date) ?? digest,
    })),
  });
}

/** The Atom feed. `updated` of an entry is when its counts were taken. */
export function atomOf(site: Site): string {
  const days = site.digests.slice(0, DAYS);
  const text = escapeMarkup;
  const updated =
    days
      .map(({ generated }) => generated)
      .toSorted()
      .at(-1) ?? "1970-01-01T00:00:00";
  const link = (rel: string, type: string, place: string) =>
    `<link rel="${rel}" type="${type}" href="${text(site.base === undefined ? `../${place}` : whole(site, place))}"/>`;
  const entries = days.map(
    (digest) => `<entry>
<id>${text(stableId(site, PLACES.day(digest.date)))}</id>
<title>${text(digest.title)}</title>
<updated>${instant(digest.generated)}</updated>
${link("alternate", "text/html", PLACES.day(digest.date))}
<summary>${text(several(digest.papers.length, "paper"))}</summary>
<content type="html">${text(contentOf(digest))}</content>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${text(stableId(site, ""))}</id>
<title>${text(site.title)}</title>
<updated>${instant(updated)}</updated>
<author><name>${text(site.title)}</name></author>
<generator>Hot Papers</generator>
${link("self", "application/atom+xml", PLACES.atom)}
${link("alternate", "text/html", PLACES.home)}
${entries.join("")}</feed>
`;
}
