import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchExtension } from "../../lib/page/still-there.ts";

const onGone = vi.fn();
let isThere: boolean;
let breakPort: () => void;
let ended: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  onGone.mockReset();
  isThere = true;
  ended = new AbortController();
  watchExtension(
    document,
    {
      isThere: () => isThere,
      listen: (onBroken) => {
        breakPort = onBroken;
      },
    },
    ended.signal,
    onGone,
  );
});
afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

test("a port that breaks since the worker fell asleep means nothing", () => {
  breakPort();
  vi.runAllTimers();
  expect(onGone).not.toHaveBeenCalled();
});

test("a port that breaks with the extension tells it at once, though its id goes a moment later", () => {
  breakPort();
  isThere = false;
  vi.runAllTimers();
  expect(onGone).toHaveBeenCalledOnce();
});

test.each([
  ["the next look at the tab", () => document.dispatchEvent(new Event("visibilitychange"))],
  ["a page that comes back from the back/forward cache", () => window.dispatchEvent(new Event("pageshow"))],
])("%s tells it too, and only once", (_, look) => {
  look();
  expect(onGone).not.toHaveBeenCalled();
  isThere = false;
  look();
  look();
  expect(onGone).toHaveBeenCalledOnce();
});

test("after the end nobody is told", () => {
  ended.abort();
  isThere = false;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(onGone).not.toHaveBeenCalled();
});
