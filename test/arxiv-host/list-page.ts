/** Everything made of list entries: new, recent, month, year, catch-up and author pages. */
import { categoryName } from "./categories.ts";
import { listDay, longDay, monthName } from "./days.ts";
import { browsePage } from "./frame.ts";
import { type Html, type HtmlValue, markup } from "./markup.ts";
import { type ListEntry, listEntry } from "./list-entry.ts";

/** A part of a list with its heading, if it has one: a day of a recent list, "New submissions", … */
export interface Section {
  heading?: string;
  entries: readonly ListEntry[];
}

interface List {
  title: string;
  /** What is above the entries. */
  above: HtmlValue;
  sections: readonly Section[];
  abstracts?: boolean;
  paging?: boolean;
}

function section({ heading, entries }: Section, from: number, abstracts: boolean | undefined): Html {
  return markup`<dl id="articles">
    ${heading && markup`<h3>${heading}</h3>`}
    ${entries.length === 0 ? markup`<p>No updates for this time period.</p>` : entries.map((entry, at) => listEntry(entry, from + at, abstracts))}
  </dl>`;
}

function list({ title, above, sections, abstracts, paging = true }: List): string {
  const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const pages =
    paging &&
    markup`<div class="paging">Total of ${total} entries</div>
      <div class="morefewer">
        Showing up to 50 entries per page: fewer | <span>more</span> | <span>all</span>
      </div>`;
  let from = 1;
  const parts = sections.map((part) => {
    const rendered = section(part, from, abstracts);
    from += part.entries.length;
    return rendered;
  });
  const body = markup`<div id="content-inner">
    <div id="dlpage">${above} ${pages} ${parts} ${pages}</div>
  </div>`;
  const head = markup`<script type="text/javascript" language="javascript">
    mathjaxToggle();
  </script>`;
  return browsePage({ title, head, body });
}

/** `/list/CTX/new`: sections for new, cross-listed and replaced papers, with abstracts. */
export function newList(category: string, day: string, sections: readonly Section[]): string {
  const name = categoryName(category);
  return list({
    title: `${name}  `,
    above: markup`<h1>${name}</h1>
      <ul>
        ${sections.map(({ heading }) => markup`<li><a href="#item0">${heading}</a></li>`)}
      </ul>
      <p>See <a id="recent-${category}" href="/list/${category}/recent">recent</a> articles</p>
      <h3>Showing new listings for ${longDay(day)}</h3>`,
    sections: sections.map(({ heading, entries }) => ({
      heading: `${heading ?? ""} (showing ${entries.length} of ${entries.length} entries)`,
      entries,
    })),
    abstracts: true,
  });
}

/** `/list/CTX/recent` and `/list/CTX/pastweek`: a section per mailing day, newest first. */
export function recentList(
  category: string,
  days: readonly { day: string; entries: readonly ListEntry[] }[],
): string {
  const name = categoryName(category);
  return list({
    title: `${name}  `,
    above: markup`<h1>${name}</h1>
      <h2>Authors and titles for recent submissions</h2>
      <ul>
        ${days.map(({ day }) => markup`<li><a href="/list/${category}/recent?skip=0&amp;show=50">${listDay(day)}</a></li>`)}
      </ul>
      <p>See today's <a id="new-${category}" href="/list/${category}/new">new</a> changes</p>`,
    sections: days.map(({ day, entries }) => ({
      heading: `${listDay(day)} (showing ${entries.length} of ${entries.length} entries )`,
      entries,
    })),
  });
}

/** `/list/CTX/YYYY-MM` and `/list/CTX/YYYY`: one list without headings. */
export function periodList(category: string, period: string, entries: readonly ListEntry[]): string {
  const name = categoryName(category);
  const when = period.length > 4 ? monthName(period) : period;
  return list({
    title: `${name} ${when}`,
    above: markup`<h1>${name}</h1>
      <h2>Authors and titles for ${when}</h2>`,
    sections: [{ entries }],
  });
}

/** `/catchup/SUBJ/YYYY-MM-DD`, with abstracts if `?abs=True` asks for them. Its title is empty, as on arXiv. */
export function catchupList(
  category: string,
  day: string,
  sections: readonly Section[],
  abstracts: boolean,
): string {
  return list({
    title: "",
    above: markup`<h1>Catchup results for ${categoryName(category)} on ${listDay(day)}</h1>`,
    sections,
    abstracts,
    paging: false,
  });
}

/** `/a/AUTHORID`: all papers of one author. */
export function authorList(name: string, entries: readonly ListEntry[]): string {
  return list({
    title: `${name}'s articles on arXiv`,
    above: markup`<h1>${name}'s articles on arXiv</h1>`,
    sections: [{ entries }],
    paging: false,
  });
}
