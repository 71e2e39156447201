import { describe, expect, test } from "vitest";
import { missingEntries } from "../../lib/arxiv/missing-entries.ts";
import type { PageKind } from "../../lib/messages/messages.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import { layoutOf } from "../../lib/arxiv/selectors.ts";
import { openPage, ownPage, ownPages, sharedPages } from "./saved-pages.ts";
import { testWithShared } from "../setup/shared.ts";

const count = (document: Document, selector: string) => document.querySelectorAll(selector).length;

describe.each([
  // layout, page, boxes, entries, links in entries, places for badges
  ["abs", "abs", 1, 1, 0, 1],
  ["abs", "abs-2021", 1, 1, 0, 1],
  ["abs", "abs-next", 1, 1, 0, 1],
  ["abs", "abs-unknown", 0, 0, 0, 0],
  ["abs", "abs-not-recognized", 0, 0, 0, 0],
  ["list-new", "list-new", 1, 5, 5, 5],
  ["list-recent", "list-classic", 1, 3, 3, 3],
  ["list-month", "list-empty", 1, 0, 0, 0],
  ["list-new", "list-new-empty", 1, 0, 0, 0],
  ["list-recent", "list-recent-past-end", 1, 0, 0, 0],
  ["list-year", "list-year", 1, 4, 4, 4],
  ["catchup", "catchup-empty", 1, 0, 0, 0],
  ["catchup", "catchup-no-further", 1, 0, 0, 0],
  ["catchup", "catchup", 1, 2, 2, 2],
  ["author", "author", 1, 2, 2, 2],
  ["search", "search", 1, 3, 3, 3],
  ["advanced-search", "search-older-versions", 1, 4, 4, 4],
  ["search", "search-no-results", 0, 0, 0, 0],
  ["html", "html-paper", 1, 2, 0, 2],
  ["html", "html-proceedings", 1, 3, 2, 3],
  ["html", "html-by-its-author", 1, 1, 0, 1],
] as const)("selectors of %s on our page %s", (kind, name, boxes, entries, links, places) => {
  const document = openPage(ownPage(name));
  const { box, entry, link, into } = layoutOf(kind);

  test("find what is there, and nothing if there is none", () => {
    expect({
      boxes: count(document, box),
      entries: count(document, entry),
      links: link ? count(document, `:is(${entry}) ${link}`) : 0,
      places: into ? count(document, `:is(${entry}) ${into}`) : count(document, entry),
    }).toEqual({ boxes, entries, links, places });
  });

  test("entries are children of the box, or of rows that are: what the parser's follower relies on", () => {
    const { rows } = layoutOf(kind);
    const follows = [...document.querySelectorAll(entry)].every((each) =>
      rows ? each.parentElement?.matches(`${box} > ${rows}`) : each.parentElement?.matches(box),
    );
    expect(follows || kind === "html").toBe(true); // proceedings are found at the end of parsing
  });
});

const lists = sharedPages.filter(({ url }) => pageOf(url)?.group === "list");

testWithShared("arxiv-pages", "on arXiv's own pages a link is the only one of its entry", () => {
  for (const page of lists) {
    const { entry, link = "" } = layoutOf(pageOf(page.url)?.kind ?? "html");
    const document = openPage(page);
    expect(count(document, `:is(${entry}) ${link}`), page.name).toBe(page.ids.length);
  }
});

describe("a page without entries", () => {
  const missing = (html: string, kind: PageKind, status?: number, end = "<footer>End</footer>") =>
    missingEntries(new DOMParser().parseFromString(html + end, "text/html"), { kind, group: "list" }, status);

  test("of a known kind says what was expected of it, because arXiv may have changed it", () => {
    expect(missing("<main><div id='papers'>…</div></main>", "list-new")).toBe(
      'expected "#dlpage > dl > dt" on this page (list-new) and found none: has arXiv changed it?',
    );
    expect(missing("<div id='abstract'><h1>T</h1></div>", "abs")).toContain("#abs > .authors");
    expect(missing("<h1>Showing 1–50 of 475 results</h1><ul></ul>", "search")).toContain("li.arxiv-result");
  });

  test("says so too if papers are named, but not as entries that we know", () => {
    const paper = '<a href ="/abs/2108.90001">arXiv:2108.90001</a>';
    expect(missing(`<div id="dlpage"><ul><li>${paper}</li></ul></div>`, "list-new")).toContain("expected");
    expect(missing(`<div id="dlpage"><ol><dt>2108.90001</dt></ol></div>`, "catchup")).toContain("expected");
  });

  test.each([
    ["before its list", "<header>arXiv</header><main></main>"],
    ["in its head", ""],
  ])("that was stopped on its way, %s, says nothing of arXiv", (_, html) => {
    expect(missing(html, "list-new")).toContain("expected");
    expect(missing(html, "list-new", undefined, "")).toBeUndefined();
  });

  test("is fine if the server said that there is nothing", () => {
    expect(missing("<h1>Bad request</h1>", "list-new", 400)).toBeUndefined();
    expect(missing("<div>gone</div>", "abs", 404)).toBeUndefined();
    expect(missing("<div>here</div>", "abs", 200)).toContain("expected");
  });

  test.each(ownPages.filter(({ ids, kind }) => ids.length === 0 && kind !== "none"))(
    "is fine if the page itself says so: $name",
    (page) => {
      const kind = pageOf(page.url);
      expect(kind && missingEntries(openPage(page), kind, undefined)).toBeUndefined();
    },
  );

  test("is fine on HTML papers, which have none", () => {
    expect(missing("<article>x</article>", "html")).toBeUndefined();
  });
});
