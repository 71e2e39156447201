import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pillFitter } from "../../lib/page/fit.ts";

/** Widths of a pill in its steps, in pixels. */
const WIDTHS: Record<string, number> = { all: 200, rank: 70, bars: 30 };
const measured = vi.fn();
let ended: AbortController;

/** A window of a width, as far as jsdom has none. */
function resize(width: number) {
  vi.stubGlobal("innerWidth", width);
  Object.defineProperty(document.documentElement, "clientWidth", { value: width, configurable: true });
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return window.innerWidth <= 960;
    },
  }));
  window.dispatchEvent(new Event("resize"));
}

/** A pill whose left edge stands there. */
function pillAt(left: number): HTMLElement {
  const pill = document.createElement("button");
  pill.getBoundingClientRect = () => {
    measured();
    return { right: left + (WIDTHS[pill.dataset["fit"] ?? "all"] ?? 0) } as DOMRect;
  };
  return pill;
}

/** The observers of jsdom: none, so the test moves the window. */
const observers = new Set<MadeObserver>();
class MadeObserver {
  readonly #watched = new Set<Element>();
  readonly #call: (entries: { target: Element; isIntersecting: boolean }[]) => void;
  constructor(call: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    this.#call = call;
    observers.add(this);
  }
  observe = (element: Element) => this.#watched.add(element);
  unobserve = (element: Element) => this.#watched.delete(element);
  disconnect = () => this.#watched.clear();
  scrollTo(elements: readonly Element[]) {
    const here = elements.filter((element) => this.#watched.has(element));
    if (here.length > 0) this.#call(here.map((target) => ({ target, isIntersecting: true })));
  }
}
const comeNear = (elements: readonly Element[]) => {
  for (const observer of observers) observer.scrollTo(elements);
};

beforeEach(() => {
  observers.clear();
  vi.stubGlobal("IntersectionObserver", MadeObserver);
  ended = new AbortController();
  measured.mockReset();
});
afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
});

test("in a narrow window figures go first, then the rank, the bars never", () => {
  resize(360);
  const pills = [100, 250, 320, 350].map(pillAt);
  pillFitter(document, ended.signal)(pills);
  expect(pills.map((pill) => pill.dataset["fit"])).toEqual(["all", "rank", "bars", "bars"]);
});

test("a wide window is not even measured: that would cost a layout", () => {
  resize(1280);
  const pill = pillAt(1270);
  pillFitter(document, ended.signal)([pill]);
  expect(pill.dataset["fit"]).toBeUndefined();
  expect(measured).not.toHaveBeenCalled();
});

test("what is far below the first screen is measured when it comes near", () => {
  resize(360);
  const pills = Array.from({ length: 110 }, () => pillAt(250));
  pillFitter(document, ended.signal)(pills);
  const [first, last] = [pills[99], pills[109]] as [HTMLElement, HTMLElement];
  expect([first.dataset["fit"], last.dataset["fit"]]).toEqual(["rank", undefined]);
  expect(pills.filter((pill) => pill.dataset["far"] !== undefined)).toEqual(pills.slice(100));
  const before = measured.mock.calls.length;
  comeNear([last]);
  expect(last.dataset["fit"]).toBe("rank");
  expect(pills[108]?.dataset["fit"]).toBeUndefined();
  expect(measured).toHaveBeenCalledTimes(before + 2);
});

test("a window that changes its width fits them all anew, until the end", () => {
  resize(1280);
  const pill = pillAt(250);
  pillFitter(document, ended.signal)([pill]);
  resize(360);
  comeNear([pill]);
  expect(pill.dataset["fit"]).toBe("rank");
  resize(800);
  comeNear([pill]);
  expect(pill.dataset["fit"]).toBe("all");
  resize(1280);
  expect(pill.dataset["fit"]).toBeUndefined();
  ended.abort();
  resize(360);
  comeNear([pill]);
  expect(pill.dataset["fit"]).toBeUndefined();
});

test("a window that only changes its height changes nothing", () => {
  resize(360);
  pillFitter(document, ended.signal)([pillAt(250)]);
  const before = measured.mock.calls.length;
  window.dispatchEvent(new Event("resize"));
  expect(measured).toHaveBeenCalledTimes(before);
});
