/**
 * What other extensions read and rewrite on arXiv's pages, done by hand: our text is in nothing they read, and our badges
 * are there after all they write. Facts: their sources as of 2026.
 */
import { afterEach, describe, expect, test, vi } from "vitest";
import { start } from "../../lib/arxiv/decorate.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import { madeBadge } from "./made-badges.ts";
import { openPage, ownPages, type SavedPage, sharedPages } from "./saved-pages.ts";
import { describeWithShared } from "../setup/shared.ts";
import { press } from "./as-browser.ts";
import { settled } from "../setup/settled.ts";

interface OtherExtension {
  name: string;
  on: "abs" | "list" | "search";
  /** All that it takes from a page, in one piece. */
  reads: (document: Document) => unknown;
  /** Changes the page as it does. */
  rewrites: (document: Document) => void;
}

const nothing = () => {};
const textOf = (root: ParentNode | null | undefined, selector: string) =>
  root?.querySelector(selector)?.textContent;
/** As a page's own `innerText` gives it; jsdom has none, and lays nothing out: there it is the text of what is not ours. */
const innerTextOf = (root: ParentNode, selector: string) => {
  const element = root.querySelector<HTMLElement>(selector);
  return element?.innerText ?? element?.textContent;
};
const allTexts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
const citation = (document: Document) =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name^="citation_"]')].map(
    ({ name, content }) => `${name}: ${content}`,
  );
/** As `innerHTML +=`, which makes every node below anew: listeners and shadow roots in there are lost. */
const writeAnew = (element: Element | null, change: (html: string) => string) => {
  if (element) element.innerHTML = change(element.innerHTML);
};
function* xpath(document: Document, path: string, from: Node = document): Generator<Node> {
  const found = document.evaluate(path, from, null, 5);
  for (let node = found.iterateNext(); node; node = found.iterateNext()) yield node;
}

const OTHERS: readonly OtherExtension[] = [
  {
    name: "arxiv-utils: a link in the download box, a box of its own, the tab's title",
    on: "abs",
    reads: (document) => [
      document.title,
      textOf(document, "h1.title"),
      allTexts(document, ".authors > a"),
      textOf(document, ".submission-history"),
      citation(document),
    ],
    rewrites: (document) => {
      document.title = `${textOf(document, "h1.title")} | Abstract`;
      writeAnew(
        document.querySelector(".full-text > ul"),
        (html) => `${html}<li><a href="#">Direct</a></li>`,
      );
      const box = document.createElement("div");
      box.className = "extra-ref-cite";
      box.innerHTML = "<h3>Extra Services</h3><ul><li>Elsewhere</li></ul>";
      document.querySelector(".extra-ref-cite")?.after(box);
    },
  },
  {
    name: "PaperMemory: the download box written anew, other widths of the columns, a notice",
    on: "abs",
    reads: (document) => [citation(document), textOf(document, "h1.title"), allTexts(document, ".authors a")],
    rewrites: (document) => {
      writeAnew(
        document.querySelector(".extra-services .full-text"),
        (html) => `<div id="pm-arxiv">${html}</div><div id="pm-menu"></div>`,
      );
      for (const column of document.querySelectorAll<HTMLElement>(".leftcolumn, .extra-services"))
        column.style.width = "calc(100% - 33%)";
      document.body.insertAdjacentHTML("beforeend", "<div id='pm-notice'>Saved</div>");
    },
  },
  {
    name: "Bibliographic Explorer: subjects and citation data read, a panel, a side bar and a dialog",
    on: "abs",
    reads: (document) => [
      textOf(document, ".metatable .subjects"),
      textOf(document, ".primary-subject"),
      textOf(document, ".metatable"),
      citation(document),
    ],
    rewrites: (document) => {
      writeAnew(document.querySelector(".labs-display-bib"), () => "<div id='bib-main'>12 citations</div>");
      for (const id of ["bib-sidebar", "bib-modal"]) {
        const box = document.createElement("div");
        box.id = id;
        document.querySelector(".bookmarks")?.before(box);
      }
    },
  },
  {
    name: "CatalyzeX: looks the title up as it is to be read",
    on: "abs",
    reads: (document) => [
      innerTextOf(document, "h1.title"),
      textOf(document, "h1.title"),
      allTexts(document, "h1"),
    ],
    rewrites: (document) =>
      writeAnew(document.querySelector("#catalyzex-output"), () => "<a href='#'>code</a>"),
  },
  {
    name: "Zotero: citation data, abstract, subjects",
    on: "abs",
    reads: (document) => [
      citation(document),
      textOf(document, "h1.title"),
      textOf(document, "blockquote.abstract"),
      allTexts(document, ".subjects, .comments, .arxivdoi, .jref"),
    ],
    rewrites: nothing,
  },
  {
    name: "Zotero: ids and titles of a list",
    on: "list",
    reads: (document) =>
      [...xpath(document, '//div[@id="dlpage"]/dl/dt')].map((row) => [
        [...xpath(document, './/a[@title="Abstract"]', row)].map(({ textContent }) => textContent),
        [
          ...xpath(
            document,
            './following-sibling::dd[1]//div[contains(@class, "list-title")]/text()[last()]',
            row,
          ),
        ].map(({ textContent }) => textContent),
      ]),
    rewrites: nothing,
  },
  {
    name: "Zotero: the rows of a list and their texts, paired by their number",
    on: "list",
    reads: (document) => {
      const bodies = [...xpath(document, '//div[@id="dlpage"]/dl/dd')] as Element[];
      return [...xpath(document, '//div[@id="dlpage"]/dl/dt')].map((row, at) => [
        textOf(row as Element, "a[title='Abstract']"),
        textOf(bodies[at], ".list-title"),
        textOf(bodies[at], ".list-authors"),
      ]);
    },
    rewrites: nothing,
  },
  {
    name: "Zotero: ids and titles of a search",
    on: "search",
    reads: (document) =>
      [...xpath(document, '//li[contains(@class, "arxiv-result")]')].map((row) => [
        textOf(row as Element, ".list-title > a"),
        textOf(row as Element, "p.title"),
        textOf(row as Element, ".is-marginless"),
      ]),
    rewrites: nothing,
  },
];

const groupOf = ({ url }: SavedPage) => {
  const kind = pageOf(url)?.kind;
  if (kind === "abs") return "abs";
  return kind === "search" || kind === "advanced-search" ? "search" : "list";
};
/** Zotero knows lists by `#dlpage`, which proceedings lack. */
const readable = (page: SavedPage) => page.ids.length > 0 && pageOf(page.url)?.kind !== "html";
const ownPagesOf = (on: OtherExtension["on"]) =>
  ownPages.filter((page) => readable(page) && groupOf(page) === on);
/** jsdom takes seconds for an XPath over the longest lists, which are more of the same. */
const real = sharedPages.filter((page) => readable(page) && page.ids.length <= 100);

let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
});

const opened = vi.fn<(id: string) => void>();

/** Our script on a page whose papers are all known, with its list put in order of heat if `hottestFirst`. */
async function decorate(document: Document, { url }: SavedPage, hottestFirst = false) {
  start({
    document,
    url,
    signal: ended.signal,
    lookup: async (ids) => ids.map((id, i) => madeBadge(id, { rank: ids.length - i })),
    conversations: async () => (opener) => {
      opened(opener.id);
      return () => {};
    },
    report: (line) => expect.unreachable(line),
    listTools: {
      followView: async (onView) => onView({ hotOnly: false, hottestFirst }),
      keepView: async () => {},
      followWishes: async (onWishes) => onWishes({ narrowed: false, control: true }),
      menu: () => new Promise(() => {}),
      whenParts: () => undefined,
    },
  });
  await settled();
}
const hostsOf = (document: Document) => [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")];

/** Every badge is where it was, whole, in the page's order. */
function expectBadges(document: Document, page: SavedPage) {
  const hosts = hostsOf(document);
  expect(hosts.map((host) => host.dataset["hotPaper"])).toEqual(page.ids);
  for (const host of hosts) expect(host.shadowRoot?.querySelector("button")).not.toBeNull();
}

describe.each(OTHERS)("$name", ({ on, reads, rewrites }) => {
  test.each(ownPagesOf(on))("reads on $name what it reads without us", async (page) => {
    const document = openPage(page);
    const before = reads(document);
    expect(JSON.stringify(before)).toMatch(/\w{4}/u); // it reads something at all
    await decorate(document, page);
    expectBadges(document, page);
    expect(reads(document)).toEqual(before);
  });

  test.each(ownPagesOf(on))("takes no badge from $name with what it writes", async (page) => {
    const document = openPage(page);
    await decorate(document, page);
    const hosts = hostsOf(document);
    rewrites(document);
    expect(hostsOf(document)).toEqual(hosts); // the very same, with their listeners
    expectBadges(document, page);
  });

  test.each(ownPagesOf(on))("was first on $name: there are badges, and its own stays", async (page) => {
    const document = openPage(page);
    rewrites(document);
    const theirs = document.documentElement.outerHTML;
    await decorate(document, page);
    expectBadges(document, page);
    ended.abort();
    expect(document.documentElement.outerHTML).toBe(theirs);
  });
});

describeWithShared("arxiv-pages", "on arXiv's own pages", () => {
  test.each(real)("$name: all of them read what they read without us, no badge is lost", async (page) => {
    const document = openPage(page);
    const others = OTHERS.filter(({ on }) => on === groupOf(page));
    const before = others.map(({ reads }) => reads(document));
    await decorate(document, page);
    const hosts = hostsOf(document);
    expect(others.map(({ reads }) => reads(document))).toEqual(before);
    for (const { rewrites } of others) rewrites(document);
    expect(hostsOf(document)).toEqual(hosts);
    expectBadges(document, page);
  });
});

test.each([...ownPagesOf("list"), ...ownPagesOf("search")])(
  "on $name in order of heat, Zotero finds each title with its id, by structure and number",
  async (page) => {
    for (const { reads } of OTHERS.filter(({ on }) => on !== "abs" && on === groupOf(page))) {
      const document = openPage(page);
      const rows = () => (reads(document) as unknown[]).map((row) => JSON.stringify(row));
      const before = rows();
      expect(before).toHaveLength(page.ids.length);
      await decorate(document, page, true);
      expect(rows().toSorted()).toEqual(before.toSorted());
      // Badges are hotter one after the other, so only sections of one entry are as they were.
      const several = document.querySelector("dt ~ dt, li.arxiv-result ~ li.arxiv-result") !== null;
      expect(rows().join() !== before.join()).toBe(several);
      ended.abort();
      ended = new AbortController();
    }
  },
);

test("a badge opens its conversation after all of them have changed the page", async () => {
  const [page] = ownPagesOf("abs");
  if (!page) throw new Error("no abstract page");
  document.body.replaceChildren(...openPage(page).body.childNodes);
  await decorate(document, page);
  for (const { on, rewrites } of OTHERS) if (on === "abs") rewrites(document);
  press(hostsOf(document)[0]?.shadowRoot?.querySelector("button"));
  await vi.waitFor(() => expect(opened).toHaveBeenCalledWith(page.ids[0]));
  document.body.replaceChildren();
});
