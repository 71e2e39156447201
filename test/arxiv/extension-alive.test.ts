import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchExtension } from "../../lib/arxiv/extension-alive.ts";
import { fire } from "./as-browser.ts";

const onGone = vi.fn();
let isThere: boolean;
let ended: AbortController;

beforeEach(() => {
  onGone.mockReset();
  isThere = true;
  ended = new AbortController();
  watchExtension(document, () => isThere, ended.signal, onGone);
});
afterEach(() => ended.abort());

test.each([
  ["the next look at the tab", () => fire(document, new Event("visibilitychange"))],
  ["the next look at the window", () => fire(window, new Event("focus"))],
  ["a page that comes back from the back/forward cache", () => fire(window, new Event("pageshow"))],
])("%s tells it, and only once", (_, look) => {
  look();
  expect(onGone).not.toHaveBeenCalled();
  isThere = false;
  look();
  look();
  expect(onGone).toHaveBeenCalledOnce();
});

test("after the end nothing is told", () => {
  ended.abort();
  isThere = false;
  fire(document, new Event("visibilitychange"));
  expect(onGone).not.toHaveBeenCalled();
});
