import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchEntries } from "../../lib/arxiv/entries.ts";
import { pageOf } from "../../lib/arxiv/page-kind.ts";
import type { BadgeSlot } from "../../lib/arxiv/badge/badge-slots.ts";
import { fire } from "./as-browser.ts";

/** A document that is still being parsed, piece by piece. */
let parsed: Document;
let state: DocumentReadyState;
let ended: AbortController;
const lots: string[][] = [];
let ends = 0;
let sights = 0;

beforeEach(() => {
  parsed = document.implementation.createHTMLDocument();
  state = "loading";
  Object.defineProperty(parsed, "readyState", { get: () => state });
  ended = new AbortController();
  lots.length = 0;
  ends = 0;
  sights = 0;
});
afterEach(() => ended.abort());

function watch(address: string, ready?: Promise<void>) {
  const page = pageOf(`https://arxiv.org${address}`);
  if (!page) throw new Error(`${address} is no page`);
  watchEntries({
    document: parsed,
    page,
    signal: ended.signal,
    ready,
    onSight: () => {
      sights += 1;
    },
    onSpots: (slots: BadgeSlot[]) => lots.push(slots.map(({ id }) => id)),
    onEnd: () => {
      ends += 1;
    },
  });
}

/** Adds what the parser has read next, and lets observers run as they do between two pieces. */
async function read(parent: Element, html: string): Promise<Element> {
  const piece = new DOMParser().parseFromString(`<body><div>${html}</div>`, "text/html");
  parent.append(...(piece.body.firstElementChild?.childNodes ?? []));
  await Promise.resolve();
  return parent.lastElementChild ?? parent;
}

function finish() {
  state = "interactive";
  fire(parsed, new Event("readystatechange"));
}

const dt = (id: string) => `<dt><a title="Abstract" href="/abs/${id}" id="${id}">arXiv:${id}</a></dt>`;
const list = async () => read(await read(parsed.body, "<main></main>"), '<div id="dlpage"></div>');

test("gives entries of a list while it is parsed, each once, and none that is incomplete", async () => {
  watch("/list/cs/new");
  const first = await read(await list(), "<dl></dl>");
  await read(first, dt("2108.00001"));
  expect(lots, "its dd has not come: more may be added to the dt").toEqual([]);
  await read(first, `<dd>x</dd>${dt("2108.00002")}`);
  expect(lots).toEqual([["2108.00001"]]);
  const second = await read(parsed.querySelector("#dlpage") as Element, "<dl></dl>");
  await read(first, "<dd>y</dd>");
  await read(second, `${dt("2108.00003")}<dd>z</dd>`);
  expect(lots.flat()).toEqual(["2108.00001", "2108.00002", "2108.00003"]);
  finish();
  expect(lots.flat()).toHaveLength(3);
  expect(ends).toBe(1);
});

test("the last entry, with nothing after it, comes with the end", async () => {
  watch("/list/cs/new");
  await read(await read(await list(), "<dl></dl>"), dt("2108.00001"));
  finish();
  expect(lots).toEqual([["2108.00001"]]);
});

test("an abstract page's place comes as soon as something follows the authors", async () => {
  watch("/abs/2108.04840");
  const abs = await read(parsed.body, '<div id="abs"></div>');
  await read(abs, '<h1 class="title">T</h1><div class="authors">A</div>');
  expect(lots).toEqual([]);
  await read(abs, "<blockquote>B</blockquote>");
  expect(lots).toEqual([["2108.04840"]]);
});

test("so does that of arXiv's next abstract page, with the button that ends the authors", async () => {
  watch("/abs/2108.04840");
  const page = await read(parsed.body, '<main><div class="abs-page"></div></main>');
  const grid = page.firstElementChild as Element;
  await read(grid, '<div class="abs-authors"><span>A</span><button>all</button></div>');
  expect(lots).toEqual([]);
  await read(grid, '<div class="abs-body"></div>');
  expect(lots).toEqual([["2108.04840"]]);
  finish();
  expect([lots.length, ends]).toEqual([1, 1]);
});

describe("an abstract page of a layout that we do not know", () => {
  const named = '<meta name="citation_arxiv_id" content="2108.04840">';
  const author = '<p><a href="https://arxiv.org/search/cs?searchtype=author&amp;query=A">A</a></p>';

  test("has its place at the first author, when all has been parsed", async () => {
    watch("/abs/2108.04840");
    await read(parsed.head, named);
    await read(parsed.body, `<div>${author}</div>`);
    await read(parsed.body, "<footer></footer>");
    expect(lots).toEqual([]);
    finish();
    expect([lots, ends]).toEqual([[["2108.04840"]], 1]);
  });

  test.each([
    ["does not name its paper", "", author],
    ["has no link to an author", named, "<p>A</p>"],
  ])("has none if it %s", async (_, head, body) => {
    watch("/abs/2108.04840");
    await read(parsed.head, head);
    await read(parsed.body, body);
    finish();
    expect([lots, ends]).toEqual([[], 1]);
  });

  test("a list with links to authors has no such place", async () => {
    watch("/list/cs/new");
    await read(parsed.head, named);
    await read(parsed.body, author);
    finish();
    expect(lots).toEqual([]);
  });
});

test("results of a search come one by one too", async () => {
  watch("/search/?query=x");
  const ol = await read(parsed.body, '<ol class="breathe-horizontal"></ol>');
  const result = (id: string) =>
    `<li class="arxiv-result"><div class="is-marginless"><p class="list-title"><a href="https://arxiv.org/abs/${id}">x</a></p></div></li>`;
  await read(ol, result("2108.00001"));
  await read(ol, result("2108.00001v2"));
  expect(lots).toEqual([["2108.00001"]]);
  finish();
  expect(lots.flat(), "two versions of a paper are two entries").toEqual(["2108.00001", "2108.00001"]);
});

test("a page that has been parsed already gives all at once", async () => {
  await read(await read(await list(), "<dl></dl>"), dt("2108.00001"));
  state = "complete";
  watch("/list/cs/new");
  expect([lots, ends]).toEqual([[["2108.00001"]], 1]);
});

test("once the list is there, what happens in the rest of the page costs nothing", async () => {
  const observe = vi.spyOn(MutationObserver.prototype, "observe");
  watch("/list/cs/new");
  const dl = await read(await list(), "<dl></dl>");
  await read(dl, `${dt("2108.00001")}<dd><p class="mathjax">x</p></dd>`);
  expect(observe.mock.calls.every(([, options]) => !options?.subtree)).toBe(true);
  const observed = observe.mock.calls.map(([node]) => node.nodeName);
  expect(
    observed,
    "what is still being filled until the list is there, then what it stands in, the list and its rows alone",
  ).toEqual(["#document", "HTML", "BODY", "MAIN", "DIV", "MAIN", "BODY", "HTML", "DL"]);
});

test("the end of arXiv's page ends the list early: parsing may wait for the page's last script", async () => {
  watch("/list/cs/new");
  const dl = await read(await list(), "<dl></dl>");
  await read(dl, `${dt("2108.00001")}<dd>x</dd>${dt("2108.00002")}`);
  expect([lots, ends]).toEqual([[["2108.00001"]], 0]);
  await read(parsed.body, "<footer></footer>");
  expect([lots, ends]).toEqual([[["2108.00001"], ["2108.00002"]], 1]);
  await read(parsed.body, "<script></script>");
  finish();
  expect([lots.length, ends]).toEqual([2, 1]);
});

test("another footer takes no entry away: entries after it come with the end", async () => {
  watch("/list/cs/new");
  const dl = await read(await list(), "<dl></dl>");
  await read(dl, `${dt("2108.00001")}<dd>x</dd>`);
  await read(parsed.body, "<footer>Somebody else's</footer>");
  expect([lots, ends]).toEqual([[["2108.00001"]], 1]);
  await read(dl, `${dt("2108.00002")}<dd>y</dd>`);
  finish();
  expect([lots, ends]).toEqual([[["2108.00001"], ["2108.00002"]], 2]);
});

test("a page without entries ends when it has been parsed, whatever is at its end", async () => {
  watch("/list/cs/new");
  await list();
  await read(parsed.body, "<footer></footer>");
  expect(ends).toBe(0);
  finish();
  expect([lots, ends]).toEqual([[], 1]);
});

test("what another extension inserts after the part being parsed hides nothing of it", async () => {
  watch("/list/cs/new");
  const main = await read(parsed.body, "<main></main>");
  await read(parsed.body, "<aside><p>Somebody else's</p></aside>");
  await read(parsed.documentElement, "<div>Another one's</div>");
  const dl = await read(await read(main, '<div id="dlpage"></div>'), "<dl></dl>");
  await read(dl, `${dt("2108.00001")}<dd>x</dd>`);
  expect(lots).toEqual([["2108.00001"]]);
});

describe("before there is an answer", () => {
  test("only that an entry is in sight is told, once; the answer brings all entries there are", async () => {
    const answer = Promise.withResolvers<void>();
    watch("/list/cs/new", answer.promise);
    const dl = await read(await list(), "<dl></dl>");
    expect(sights).toBe(0);
    await read(dl, `${dt("2108.00001")}<dd>x</dd>`);
    await read(dl, `${dt("2108.00002")}<dd>x</dd>`);
    expect([sights, lots]).toEqual([1, []]);
    answer.resolve();
    await answer.promise;
    expect(lots).toEqual([["2108.00001", "2108.00002"]]);
    await read(dl, `${dt("2108.00003")}<dd>x</dd>`);
    finish();
    expect([sights, lots.length, ends]).toEqual([1, 2, 1]);
  });

  test("a page that has been parsed meanwhile comes as a whole with it, and ends then", async () => {
    const answer = Promise.withResolvers<void>();
    watch("/list/cs/new", answer.promise);
    void read(await read(await list(), "<dl></dl>"), dt("2108.00001"));
    finish();
    expect([sights, lots, ends]).toEqual([1, [], 0]);
    answer.resolve();
    await answer.promise;
    expect([lots, ends]).toEqual([[["2108.00001"]], 1]);
  });

  test("after the signal an answer gives nothing", async () => {
    const answer = Promise.withResolvers<void>();
    watch("/list/cs/new", answer.promise);
    await read(await read(await list(), "<dl></dl>"), dt("2108.00001"));
    finish();
    ended.abort();
    answer.resolve();
    await answer.promise;
    expect([lots, ends]).toEqual([[], 0]);
  });
});

test("after the signal nothing more comes", async () => {
  watch("/list/cs/new");
  const dl = await read(await list(), "<dl></dl>");
  ended.abort();
  await read(dl, `${dt("2108.00001")}<dd>x</dd>`);
  finish();
  expect([lots, ends]).toEqual([[], 0]);
});
