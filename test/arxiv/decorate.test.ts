import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Badge } from "../../lib/messages/messages.ts";
import { type Decoration, start } from "../../lib/arxiv/decorate.ts";
import { madeBadge } from "./made-badges.ts";
import { openPage, ownPage } from "./saved-pages.ts";
import { fire } from "./as-browser.ts";
import { settled } from "../setup/settled.ts";

const lookup = vi.fn<Decoration["lookup"]>();
const lines: string[] = [];
let ended: AbortController;

beforeEach(() => {
  ended = new AbortController();
  lines.length = 0;
  lookup.mockReset().mockImplementation(async (ids) => ids.map((id) => madeBadge(id)));
});
afterEach(() => ended.abort());

const never = new Promise<never>(() => {});

function begin(document: Document, url: string, more: Partial<Decoration> = {}) {
  start({
    document,
    url,
    lookup,
    conversations: () => never,
    report: (line) => lines.push(line),
    signal: ended.signal,
    ...more,
  });
}
const hosts = (document: Document) => document.querySelectorAll("hot-paper");

test("an abstract page asks for its paper before the page is there, and only once", async () => {
  const page = ownPage("abs");
  const document = openPage(page);
  begin(document, page.url);
  expect(lookup.mock.calls.map(([ids, group]) => [ids, group])).toEqual([[["2108.90001"], "abstract"]]);
  await settled();
  expect(lookup).toHaveBeenCalledOnce();
  expect(hosts(document)).toHaveLength(1);
});

test("a search with several versions of a paper asks once for it and marks each", async () => {
  const page = ownPage("search-older-versions");
  const document = openPage(page);
  begin(document, page.url);
  await settled();
  expect(lookup.mock.calls.map(([ids]) => ids)).toEqual([["2108.90001", "2108.90004"]]);
  expect(hosts(document)).toHaveLength(4);
});

test("the pill follows what arXiv has in its line, also a DOI; the line follows the authors", async () => {
  const search = openPage(ownPage("search"));
  begin(search, ownPage("search").url);
  const abs = openPage(ownPage("abs"));
  begin(abs, ownPage("abs").url);
  await settled();
  for (const host of hosts(search)) expect(host.parentElement?.lastElementChild).toBe(host);
  expect(hosts(search)[0]?.parentElement?.className).toBe("is-marginless");
  expect(hosts(abs)[0]?.previousElementSibling?.className).toBe("authors");
});

test("a worker that does not answer leaves arXiv's page as it is, with one line in the console", async () => {
  const page = ownPage("list-new");
  const document = openPage(page);
  const before = document.documentElement.outerHTML;
  lookup.mockRejectedValue(new Error("nobody answers"));
  begin(document, page.url);
  await settled();
  expect(document.documentElement.outerHTML).toBe(before);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("nobody answers");
});

test("a changed page says what was expected of it, once", async () => {
  const document = new DOMParser().parseFromString(
    "<main><p>Something new.</p></main><footer></footer>",
    "text/html",
  );
  begin(document, "https://arxiv.org/list/cs/new");
  await settled();
  expect(lines).toEqual([expect.stringContaining("#dlpage > dl > dt")]);
  expect(lookup).not.toHaveBeenCalled();
});

test("an answer that comes after the end changes nothing, and is not a failure either", async () => {
  const page = ownPage("abs");
  const document = openPage(page);
  const before = document.documentElement.outerHTML;
  let answer: (badges: Badge[]) => void = () => {};
  lookup.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  begin(document, page.url);
  ended.abort();
  answer([madeBadge("2108.90001")]);
  await settled();
  expect(document.documentElement.outerHTML).toBe(before);
  expect(lines).toEqual([]);
});

test("what an older copy left behind is removed before anything else happens", () => {
  const page = ownPage("abs");
  const document = openPage(page);
  const old = document.createElement("hot-paper");
  old.dataset["hotPaper"] = "2108.90001";
  document.querySelector(".authors")?.after(old);
  lookup.mockReturnValue(never);
  begin(document, page.url);
  expect(hosts(document)).toHaveLength(0);
});

test("two copies in one page that both got their answers leave one badge per paper", async () => {
  const page = ownPage("list-new");
  const document = openPage(page);
  const answers: (() => void)[] = [];
  lookup.mockImplementation(
    (ids) =>
      new Promise((resolve) => {
        answers.push(() => resolve(ids.map((id) => madeBadge(id))));
      }),
  );
  begin(document, page.url);
  begin(document, page.url);
  await settled();
  for (const answer of answers) answer();
  await settled();
  expect([...hosts(document)].map((host) => (host as HTMLElement).dataset["hotPaper"])).toEqual(page.ids);
});

test("when the extension is gone, so are its badges", async () => {
  const page = ownPage("list-new");
  const document = openPage(page);
  let isThere = true;
  begin(document, page.url, { isThere: () => isThere });
  await settled();
  expect(hosts(document)).toHaveLength(5);
  isThere = false;
  fire(document, new Event("visibilitychange"));
  expect(hosts(document)).toHaveLength(0);
});

test("a badge in the page at first sight has its own line; one that comes later takes no room", async () => {
  const page = ownPage("abs");
  document.body.replaceChildren(...openPage(page).body.childNodes);
  const state = vi.spyOn(document, "readyState", "get");
  const parsed = () => fire(document, new Event("readystatechange"));
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => frames.push(callback));
  state.mockReturnValue("loading");
  begin(document, page.url);
  parsed();
  await settled();
  expect(hosts(document)[0]?.hasAttribute("data-late")).toBe(false);
  ended.abort();

  ended = new AbortController();
  let answer: (badges: Badge[]) => void = () => {};
  lookup.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  begin(document, page.url);
  parsed();
  for (const frame of frames.splice(0)) frame(0);
  answer([madeBadge("2108.90001")]);
  await settled();
  expect(hosts(document)[0]?.hasAttribute("data-late")).toBe(true);
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("in a page that is there already, as after an update, a badge takes no room", async () => {
  const page = ownPage("abs");
  const document = openPage(page);
  expect(document.readyState).toBe("complete");
  begin(document, page.url);
  await settled();
  expect(hosts(document)[0]?.hasAttribute("data-late")).toBe(true);
});

test.each([
  ["abs", true],
  ["list-new", true],
  ["search", true],
] as const)("a page of kind %s with entries says so, once", async (name, has) => {
  const onParsed = vi.fn<NonNullable<Decoration["onParsed"]>>();
  const page = ownPage(name);
  begin(openPage(page), page.url, { onParsed });
  await settled();
  expect(onParsed.mock.calls).toEqual([[name, has]]);
});

test("a page that arXiv changed says so in one line of the console; only its kind is passed on", async () => {
  const onParsed = vi.fn<NonNullable<Decoration["onParsed"]>>();
  const page = ownPage("list-new");
  const document = openPage(page);
  for (const list of document.querySelectorAll("dl")) list.replaceWith(...list.childNodes);
  begin(document, page.url, { onParsed });
  await settled();
  expect(lines).toEqual([expect.stringContaining('expected "#dlpage > dl > dt" on this page (list-new)')]);
  expect(onParsed.mock.calls).toEqual([["list-new", false]]);
});

test.each([
  "list-empty",
  "list-new-empty",
  "list-recent-past-end",
  "catchup-empty",
  "catchup-no-further",
  "search-no-results",
  "abs-not-recognized",
  "list-unavailable",
  "html-by-its-author",
])("a page that may have no entries says nothing: %s", async (name) => {
  const onParsed = vi.fn<NonNullable<Decoration["onParsed"]>>();
  const page = ownPage(name);
  begin(openPage(page), page.url, { onParsed });
  await settled();
  expect([onParsed.mock.calls, lines]).toEqual([[], []]);
});
