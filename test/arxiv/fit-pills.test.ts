import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pillFitter } from "../../lib/arxiv/badge/fit-pills.ts";
import { fire } from "./as-browser.ts";

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
  fire(window, new Event("resize"));
}

/** A pill whose left edge stands there, with its rank and its figures. */
function pillAt(left: number): HTMLElement {
  const pill = document.createElement("button");
  const shape = document.createElement("span");
  const parts = ["rank", "all"].map((upTo) => {
    const part = document.createElement("span");
    part.getBoundingClientRect = () => ({ right: left + (WIDTHS[upTo] ?? 0) }) as DOMRect;
    return part;
  });
  shape.append(...parts);
  pill.append(shape);
  pill.getBoundingClientRect = () => {
    expect(isLaidOut, "measured only where that is no layout of its own").toBe(true);
    measured();
    return { left, right: left + (WIDTHS[pill.dataset["fit"] ?? "all"] ?? 0) } as DOMRect;
  };
  return pill;
}

let isLaidOut = false;
/** Frames: what is observed is told as laid out, before it is painted. */
const laidOut = new Set<FrameObserver>();
class FrameObserver {
  readonly #watched = new Set<Element>();
  readonly #call: (entries: { target: Element }[]) => void;
  constructor(call: (entries: { target: Element }[]) => void) {
    this.#call = call;
    laidOut.add(this);
  }
  observe = (element: Element) => this.#watched.add(element);
  unobserve = (element: Element) => this.#watched.delete(element);
  disconnect = () => this.#watched.clear();
  frame() {
    if (this.#watched.size > 0) this.#call([...this.#watched].map((target) => ({ target })));
  }
}
function frame() {
  isLaidOut = true;
  for (const observer of laidOut) observer.frame();
  isLaidOut = false;
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
  laidOut.clear();
  vi.stubGlobal("IntersectionObserver", MadeObserver);
  vi.stubGlobal("ResizeObserver", FrameObserver);
  ended = new AbortController();
  measured.mockReset();
});
afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
});

test("in a narrow window figures go first, then the rank, then the frame, the bars never", () => {
  resize(360);
  const pills = [100, 250, 320, 350].map(pillAt);
  pillFitter(document, ended.signal)(pills);
  expect(measured).not.toHaveBeenCalled();
  frame();
  expect(pills.map((pill) => pill.dataset["fit"])).toEqual(["all", "rank", "bars", "edge"]);
});

test("a pill moves only while it is hidden, and is never left so", () => {
  resize(360);
  const pills = [100, 350].map(pillAt);
  const looks = () => pills.map((pill) => pill.style.visibility);
  pillFitter(document, ended.signal)(pills);
  expect(looks()).toEqual(["hidden", "hidden"]);
  frame();
  expect(looks()).toEqual(["", ""]);
  resize(500);
  comeNear(pills);
  expect(looks()).toEqual(["hidden", "hidden"]);
  resize(1280);
  expect(looks(), "the window became wide before they were measured").toEqual(["", ""]);
});

test("a wide window is not even measured: that would cost a layout", () => {
  resize(1280);
  const pill = pillAt(1270);
  pillFitter(document, ended.signal)([pill]);
  frame();
  expect(pill.dataset["fit"]).toBeUndefined();
  expect(measured).not.toHaveBeenCalled();
});

test("what is far below the first screen is measured when it comes near", () => {
  resize(360);
  const pills = Array.from({ length: 110 }, () => pillAt(250));
  pillFitter(document, ended.signal)(pills);
  frame();
  const [first, last] = [pills[99], pills[109]] as [HTMLElement, HTMLElement];
  expect([first.dataset["fit"], last.dataset["fit"]]).toEqual(["rank", undefined]);
  expect(pills.filter((pill) => pill.dataset["far"] !== undefined)).toEqual(pills.slice(100));
  const before = measured.mock.calls.length;
  comeNear([last]);
  frame();
  expect(last.dataset["fit"]).toBe("rank");
  expect(pills[108]?.dataset["fit"]).toBeUndefined();
  expect(measured).toHaveBeenCalledTimes(before + 1);
});

test("a change of the window's width fits them all again, until the end", () => {
  resize(1280);
  const pill = pillAt(250);
  pillFitter(document, ended.signal)([pill]);
  resize(360);
  comeNear([pill]);
  frame();
  expect(pill.dataset["fit"]).toBe("rank");
  resize(800);
  comeNear([pill]);
  frame();
  expect(pill.dataset["fit"]).toBe("all");
  resize(1280);
  expect(pill.dataset["fit"]).toBeUndefined();
  ended.abort();
  resize(360);
  comeNear([pill]);
  frame();
  expect(pill.dataset["fit"]).toBeUndefined();
});

test("a change of only its height changes nothing", () => {
  resize(360);
  pillFitter(document, ended.signal)([pillAt(250)]);
  frame();
  const before = measured.mock.calls.length;
  fire(window, new Event("resize"));
  frame();
  expect(measured).toHaveBeenCalledTimes(before);
});
