import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Decoration, start } from "../../lib/arxiv/decorate.ts";
import { madeBadge } from "./made-badges.ts";

/** A document that is still being parsed, with only an `html` so far. */
let parsed: Document;
let body: HTMLElement;
let answer: (ids: readonly string[]) => void;
let ended: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  parsed = document.implementation.createHTMLDocument();
  body = parsed.body;
  body.remove();
  Object.defineProperty(parsed, "readyState", { get: () => "loading" });
  (HTMLLinkElement.prototype as { blocking?: unknown }).blocking = ""; // a browser that holds paints, as Chrome is
  ended = new AbortController();
});
afterEach(() => {
  ended.abort();
  delete (HTMLLinkElement.prototype as { blocking?: unknown }).blocking;
  vi.useRealTimers();
});

const microtasks = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
const isHeld = () => parsed.querySelector('link[rel="expect"][blocking="render"]') !== null;
const badges = () => parsed.querySelectorAll("hot-paper").length;

function begin(url = "https://arxiv.org/list/cs.AG/2108") {
  const answered = new Promise<readonly string[]>((resolve) => {
    answer = resolve;
  });
  const early: Decoration["early"] = async (ids) => {
    const hits = await answered;
    return { badges: ids.filter((id) => hits.includes(id)).map((id) => madeBadge(id)), rest: [] };
  };
  start({
    document: parsed,
    url,
    prefetch: () => Promise.resolve(),
    early,
    lookup: async (ids) => (await early(ids, "list")).badges,
    conversations: () => new Promise<never>(() => {}),
    report: () => undefined,
    signal: ended.signal,
  });
}

async function parseList() {
  const piece = (id: string) =>
    `<dt><a title="Abstract" href="/abs/${id}" id="${id}">arXiv:${id}</a></dt><dd>x</dd>`;
  const list = ["2108.00001", "2108.00002"].map(piece).join("");
  const page = new DOMParser().parseFromString(`<main id="dlpage"><dl>${list}</dl></main>`, "text/html");
  parsed.documentElement.append(body);
  body.append(...page.body.childNodes);
  await microtasks();
}

test("the first paint waits for badges beside the first entries, and leaves no element of ours", async () => {
  begin();
  expect(isHeld()).toBe(true);
  await parseList();
  expect(isHeld(), "the answer is on its way").toBe(true);
  answer(["2108.00001"]);
  await microtasks();
  expect(badges()).toBe(1);
  expect(isHeld()).toBe(false);
});

test("a page without hits is painted as soon as that is known", async () => {
  begin();
  await parseList();
  answer([]);
  await microtasks();
  expect(isHeld()).toBe(false);
});

test("an abstract page waits for its entry and for its answer", async () => {
  begin("https://arxiv.org/abs/2108.00001");
  answer(["2108.00001"]);
  await microtasks();
  expect(isHeld(), "its entry has not been parsed").toBe(true);
  const page = new DOMParser().parseFromString(
    '<div id="abs"><div class="authors">A</div><p>B</p></div>',
    "text/html",
  );
  parsed.documentElement.append(body);
  body.append(...page.body.childNodes);
  await microtasks();
  expect(badges()).toBe(1);
  expect(isHeld()).toBe(false);
});

test("no page waits long for an answer that does not come", async () => {
  begin();
  vi.advanceTimersByTime(49);
  expect(isHeld()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isHeld()).toBe(false);
});

test("when the page is parsed it is not held any more, before the browser would complain of it", () => {
  begin();
  expect(isHeld()).toBe(true);
  parsed.dispatchEvent(new Event("readystatechange"));
  expect(isHeld()).toBe(false);
});

test("when our script ends, the page is not held either", () => {
  begin();
  ended.abort();
  expect(isHeld()).toBe(false);
});

test("a page that is not a list, or whose body is there, is not held", () => {
  begin("https://arxiv.org/help");
  expect(isHeld()).toBe(false);
  parsed.documentElement.append(body);
  begin();
  expect(isHeld()).toBe(false);
});

test("a browser that cannot hold a paint gets no element of ours for it", () => {
  delete (HTMLLinkElement.prototype as { blocking?: unknown }).blocking;
  begin();
  expect(parsed.querySelector("link")).toBeNull();
});
