import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { backgroundFollower } from "../../lib/arxiv/badge/page-background.ts";
import { fire } from "./as-browser.ts";

let ended: AbortController;
let isLaidOut = false;
/** Backgrounds that were read. */
let reads = 0;
/** Frames: what is observed is told as laid out, before it is painted. */
const observers = new Set<FrameObserver>();
class FrameObserver {
  readonly #watched = new Set<Element>();
  readonly #call: () => void;
  constructor(call: () => void) {
    this.#call = call;
    observers.add(this);
  }
  observe = (element: Element) => this.#watched.add(element);
  disconnect = () => this.#watched.clear();
  frame() {
    if (this.#watched.size > 0) this.#call();
  }
}
function frame() {
  isLaidOut = true;
  for (const observer of observers) observer.frame();
  isLaidOut = false;
}

const scheme = new EventTarget();
const page = (style: string, within = "") => {
  document.body.innerHTML = `<main style="${style}">${within}<p><hot-paper></hot-paper></p><hot-paper></hot-paper></main>`;
};
const dark = () => [...document.querySelectorAll("hot-paper")].map((host) => host.hasAttribute("data-dark"));

beforeEach(() => {
  observers.clear();
  reads = 0;
  ended = new AbortController();
  vi.stubGlobal("ResizeObserver", FrameObserver);
  vi.stubGlobal("matchMedia", () => scheme);
  const read = window.getComputedStyle.bind(window);
  vi.stubGlobal("getComputedStyle", (element: Element) => {
    if (!isLaidOut) throw new Error("a background was read where that asks for a layout of its own");
    reads += 1;
    return read(element);
  });
});
afterEach(() => {
  ended.abort();
  document.body.removeAttribute("style");
  document.documentElement.removeAttribute("style");
  vi.unstubAllGlobals();
});

test("a page without badges has its background not read, nor anything observed", () => {
  page("background: #1c1a17");
  backgroundFollower(document, ended.signal);
  frame();
  expect([observers.size, reads]).toEqual([0, 0]);
});

describe("what is behind a badge decides", () => {
  test.each([
    ["background: #1c1a17", true],
    ["background: #282623", true],
    ["background: #ffffff", false],
    ["background: #f9f7f7", false],
    ["", false],
    ["background: rgba(0, 0, 0, 0.3)", false],
  ])("%s", (style, expected) => {
    page(style);
    backgroundFollower(document, ended.signal)();
    expect(dark(), "not before the frame").toEqual([false, false]);
    frame();
    expect(dark()).toEqual([expected, expected]);
  });

  test("the nearest opaque background, not one further out", () => {
    document.body.style.background = "#000000";
    page("background: #ffffff");
    backgroundFollower(document, ended.signal)();
    frame();
    expect(dark()).toEqual([false, false]);
  });

  test("the page's own, through all that is transparent", () => {
    document.documentElement.style.background = "#111111";
    page("background: transparent");
    backgroundFollower(document, ended.signal)();
    frame();
    expect(dark()).toEqual([true, true]);
  });
});

test("badges that come later are as dark as the others, and what stays light is left alone", () => {
  page("background: #1c1a17");
  const mounted = backgroundFollower(document, ended.signal);
  mounted();
  frame();
  document.querySelector("main")?.append(document.createElement("hot-paper"));
  mounted();
  frame();
  expect(dark()).toEqual([true, true, true]);
});

test("the background is read once per frame with new badges or changes, never between frames", () => {
  page("background: #ffffff");
  const mounted = backgroundFollower(document, ended.signal);
  mounted();
  mounted();
  frame();
  const once = reads;
  frame();
  expect(reads).toBe(once);
});

test.each([
  ["the system", () => fire(scheme, new Event("change"))],
  ["the page's root", () => document.documentElement.classList.toggle("night")],
])("what %s changes is followed, until the end", async (_, change) => {
  page("background: #ffffff");
  backgroundFollower(document, ended.signal)();
  frame();
  const main = document.querySelector("main");
  const becomes = async (background: string) => {
    main?.setAttribute("style", `background: ${background}`);
    change();
    await Promise.resolve();
    frame();
    return dark()[0];
  };
  expect(await becomes("#1c1a17")).toBe(true);
  expect(await becomes("#ffffff")).toBe(false);
  ended.abort();
  expect(await becomes("#1c1a17")).toBe(false);
});

test("the control above a list goes with the badges", () => {
  page("background: #1c1a17", "<hot-paper-list></hot-paper-list>");
  backgroundFollower(document, ended.signal)();
  frame();
  expect(document.querySelector("hot-paper-list")?.hasAttribute("data-dark")).toBe(true);
});
