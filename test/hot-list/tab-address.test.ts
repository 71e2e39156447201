import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { followTab } from "../../lib/hot-list/state/tab-address.ts";

type Changed = (id: number, change: { status?: string; url?: string; title?: string }, tab: object) => void;

/** A browser whose active tab is at this address. */
function tabs(own: object | undefined, url: string | undefined) {
  const listeners: { activated?: () => void; updated?: Changed } = {};
  const query = vi.fn(async () => [{ url }]);
  vi.spyOn(fakeBrowser, "tabs", "get").mockReturnValue({
    getCurrent: async () => own,
    query,
    onActivated: { addListener: (listener: () => void) => (listeners.activated = listener) },
    onUpdated: { addListener: (listener: Changed) => (listeners.updated = listener) },
  } as never);
  return {
    listeners,
    query,
    goTo: (next: string | undefined) => void query.mockResolvedValue([{ url: next }]),
  };
}
afterEach(() => vi.restoreAllMocks());
const settled = () => new Promise((done) => setTimeout(done));

test("tells the address of the tab below, and those that come after it there or in another tab", async () => {
  const { listeners, goTo } = tabs(undefined, "https://arxiv.org/abs/2108.04840");
  const told: (string | undefined)[] = [];
  await followTab(async (address) => void told.push(address));
  goTo("https://arxiv.org/pdf/2108.04840");
  listeners.updated?.(1, { status: "loading" }, { active: true });
  await settled();
  goTo(undefined);
  listeners.activated?.();
  await settled();
  expect(told).toEqual(["https://arxiv.org/abs/2108.04840", "https://arxiv.org/pdf/2108.04840", undefined]);
});

test("a background tab, or a new title, changes nothing", async () => {
  const { listeners, query } = tabs(undefined, "https://arxiv.org/abs/2108.04840");
  await followTab(async () => undefined);
  listeners.updated?.(2, { status: "complete" }, { active: false });
  listeners.updated?.(1, { title: "PDF" }, { active: true });
  await settled();
  expect(query).toHaveBeenCalledOnce();
});

test("a page of ours in a tab of its own is not over another one", async () => {
  const { query } = tabs({ id: 1 }, "https://arxiv.org/abs/2108.04840");
  const onAddress = vi.fn();
  await followTab(onAddress);
  expect(onAddress).not.toHaveBeenCalled();
  expect(query).not.toHaveBeenCalled();
});
