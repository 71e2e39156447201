import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { MARKS_HOST } from "../../../lib/arxiv/follows/follow-marks.ts";
import { markFollowed, type WhyFollowed } from "../../../lib/arxiv/follows/mark-followed.ts";
import type { MineEntry } from "../../../lib/arxiv/follows/mine-here.ts";
import { createMatcher } from "../../../lib/follows/matcher.ts";
import { author, category, words } from "../../follows/made.ts";
import { noteRoots, rootOf } from "../as-browser.ts";
import { ownPage } from "../saved-pages.ts";

/** Everything is near, and tells so at once. */
class Near {
  readonly #call: IntersectionObserverCallback;
  constructor(call: IntersectionObserverCallback) {
    this.#call = call;
  }
  observe(target: Element) {
    const entry = { target, isIntersecting: true } as unknown as IntersectionObserverEntry;
    this.#call([entry], this as unknown as IntersectionObserver);
  }
  unobserve() {}
  disconnect() {}
}

const box = (left: number, right: number, top = 0) =>
  ({ left, right, top, bottom: top + 18, width: right - left, height: 18 }) as DOMRect;
let ended: AbortController;
let boxes: MockInstance<() => DOMRect>;
let tell: (why: WhyFollowed | undefined) => void;
const onMine = vi.fn<(mine: readonly MineEntry[]) => void>();

beforeEach(() => {
  noteRoots();
  vi.stubGlobal("IntersectionObserver", Near);
  vi.stubGlobal(
    "ResizeObserver",
    class extends Near {
      override observe() {}
    },
  );
  // jsdom lays nothing out: a line of 400 px in a list of 900.
  boxes = vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(box(0, 900));
  Range.prototype.getClientRects = () => [box(0, 400)] as unknown as DOMRectList;
  ended = new AbortController();
  onMine.mockReset();
});
afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function open(name: string) {
  document.body.innerHTML = new DOMParser().parseFromString(ownPage(name).html(), "text/html").body.innerHTML;
  markFollowed({
    document,
    watch: (onWhy) => {
      tell = onWhy;
    },
    wordsOf: (why) => `follows: ${why}`,
    onMine,
    isThere: () => true,
    signal: ended.signal,
  });
}
const hosts = () => [...document.querySelectorAll(MARKS_HOST)];
const marks = () =>
  [...(rootOf(hosts()[0])?.querySelectorAll("li span") ?? [])].map(({ textContent }) => textContent);

test("marks say what an entry is followed for, and arXiv's page stays as it was", () => {
  open("list-new");
  const before = document.body.innerHTML;
  tell(createMatcher([words('"wrote ourselves"'), author("B. Muster"), category("cs.AG")]));
  expect(marks()[0]).toBe('follows: "wrote ourselves" · B. Muster · cs.AG');
  const host = hosts()[0];
  expect(host?.shadowRoot, "closed to scripts of the page").toBeNull();
  expect(document.body.textContent).not.toContain("follows:");
  host?.remove();
  expect(document.body.innerHTML).toBe(before);
});

test("scripts of the page cannot tell which entries are followed: nothing of theirs changes", () => {
  open("list-new");
  const lists = [...document.querySelectorAll("#dlpage")].map(({ outerHTML }) => outerHTML);
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  tell(createMatcher([words('"wrote ourselves"')]));
  records.push(...observer.takeRecords());
  observer.disconnect();
  expect([...document.querySelectorAll("#dlpage")].map(({ outerHTML }) => outerHTML)).toEqual(lists);
  expect(records.map(({ target, addedNodes }) => [target, [...addedNodes]])).toEqual([
    [document.body, hosts()],
  ]);
});

test("what is followed no longer loses its marks, and the page its host", () => {
  open("list-new");
  tell(createMatcher([category("cs.AG"), words("ourselves")]));
  const all = marks().length;
  tell(createMatcher([words("ourselves")]));
  expect(marks()).toEqual(["follows: ourselves"]);
  expect(all).toBeGreaterThan(1);
  expect(onMine.mock.lastCall?.[0].map(({ title, why }) => [title, why])).toEqual([
    ["On Pages That We Wrote Ourselves", "ourselves"],
  ]);
  tell(undefined);
  expect(hosts()).toEqual([]);
  expect(onMine.mock.lastCall).toEqual([[], 5]);
});

test("a page where nothing is followed gets nothing at all", () => {
  open("list-new");
  const before = document.documentElement.outerHTML;
  tell(createMatcher([words("nowhere")]));
  expect(document.documentElement.outerHTML).toBe(before);
});

test("a copy that an update has left behind is taken away, and this one goes with its signal", () => {
  document.body.append(document.createElement(MARKS_HOST));
  open("search");
  document.body.append(document.createElement(MARKS_HOST));
  markFollowed({
    document,
    watch: () => undefined,
    wordsOf: String,
    onMine,
    isThere: () => true,
    signal: ended.signal,
  });
  expect(hosts()).toEqual([]);
  tell(createMatcher([words("a")]));
  expect(hosts()).toHaveLength(1);
  ended.abort();
  expect(hosts()).toEqual([]);
});

test("a line without room has its mark below the entry, and none if there is no gap", () => {
  Range.prototype.getClientRects = () => [box(0, 850)] as unknown as DOMRectList;
  open("list-new");
  tell(createMatcher([words("ourselves")]));
  expect(marks(), "no gap").toEqual([]);
  tell(undefined);
  boxes.mockImplementation(function at(this: Element) {
    return box(0, 900, this.localName === "dt" ? 100 : 0);
  });
  tell(createMatcher([words("ourselves")]));
  expect(rootOf(hosts()[0])?.querySelector("li")?.className).toBe("low");
});
