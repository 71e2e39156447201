import { afterEach, expect, test, vi } from "vitest";
import type { Badge } from "../../lib/messages/messages.ts";
import { start } from "../../lib/page/decorate.ts";
import { madeBadge } from "./made-badges.ts";
import { openPage, ownPages } from "./saved-pages.ts";

const never = new Promise<never>(() => {});
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
});

test("a digest that comes while the page is open puts its badges there, leaves others alone, and takes those that are gone", async () => {
  const page = ownPages.find(({ ids, kind }) => kind?.startsWith("list") === true && new Set(ids).size > 2);
  if (!page) throw new Error("no page with enough papers");
  const document = openPage(page);
  const [a = "", b = "", c = ""] = new Set(page.ids);
  let index = new Map<string, Badge>();
  const put = (...ids: string[]) => {
    index = new Map(ids.map((id) => [id, madeBadge(id)]));
  };
  let changed = () => {};
  put(b, c);
  start({
    document,
    url: page.url,
    signal: ended.signal,
    lookup: async (ids) => ids.flatMap((id) => index.get(id) ?? []),
    watch: (onChange) => {
      changed = onChange;
    },
    conversations: () => never,
    report: () => undefined,
  });
  await turn();
  const hosts = () => [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")];
  const [first] = hosts();
  expect(hosts().map((host) => host.dataset["hotPaper"])).toEqual([b, c]);

  put(a, b);
  changed();
  await turn();
  expect(hosts().map((host) => host.dataset["hotPaper"])).toEqual([a, b]);
  expect(hosts()[1], "the same badge, not a new one").toBe(first);
});

test("a change that comes while the page is still being looked up is not lost", async () => {
  const page = ownPages.find(({ kind }) => kind === "abs");
  if (!page) throw new Error("no abstract page");
  const document = openPage(page);
  const [id = ""] = page.ids;
  let changed = () => {};
  let answer: (badges: Badge[]) => void = () => {};
  const lookup = vi.fn<() => Promise<Badge[]>>();
  lookup.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  lookup.mockResolvedValue([madeBadge(id)]);
  start({
    document,
    url: page.url,
    signal: ended.signal,
    lookup,
    watch: (onChange) => {
      changed = onChange;
    },
    conversations: () => never,
    report: () => undefined,
  });
  await turn();
  changed(); // the digest comes
  answer([]); // what was asked before it did
  await turn();
  expect([...document.querySelectorAll("[data-hot-paper]")]).toHaveLength(1);
});
