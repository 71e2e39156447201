import { afterEach, expect, test, vi } from "vitest";
import type { Badge } from "../../lib/messages/messages.ts";
import type { OpenConversation } from "../../lib/arxiv/conversation/opener.ts";
import { type Decoration, start } from "../../lib/arxiv/decorate.ts";
import { madeBadge } from "./made-badges.ts";
import { openPage, ownPage, ownPages } from "./saved-pages.ts";
import { press } from "./as-browser.ts";
import { settled } from "../setup/settled.ts";

const never = new Promise<never>(() => {});
let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
});

test("a new digest puts its badges into an open page, leaves others, and removes old ones", async () => {
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
  await settled();
  const hosts = () => [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")];
  const [first] = hosts();
  expect(hosts().map((host) => host.dataset["hotPaper"])).toEqual([b, c]);

  put(a, b);
  changed();
  await settled();
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
  await settled();
  changed(); // the digest comes
  answer([]); // what was asked before it did
  await settled();
  expect([...document.querySelectorAll("[data-hot-paper]")]).toHaveLength(1);
});

/** An abstract page in the window, with its badge of rank 3, and how to tell it that there is another now. */
async function openAbstract(more: Partial<Decoration> = {}) {
  const page = ownPage("abs");
  document.body.replaceChildren(...openPage(page).body.childNodes);
  const [id = ""] = page.ids;
  let badges = [madeBadge(id)];
  let onChange = () => {};
  const lookup = vi.fn<Decoration["lookup"]>();
  lookup.mockImplementation(async () => badges);
  start({
    document,
    url: page.url,
    signal: ended.signal,
    lookup,
    watch: (then) => {
      onChange = then;
    },
    conversations: () => never,
    report: () => undefined,
    ...more,
  });
  await settled();
  const host = () => document.querySelector<HTMLElement>("[data-hot-paper]");
  const button = () => host()?.shadowRoot?.querySelector("button");
  const put = (...now: Badge[]) => {
    badges = now;
    onChange();
    return settled();
  };
  return { id, host, button, put, lookup, onChange: () => onChange() };
}
afterEach(() => document.body.replaceChildren());

test.each([true, false])(
  "a changed badge takes the place of the old one, late or not (%s): nothing moves",
  async (late) => {
    const { id, host, button, put } = await openAbstract();
    const before = host();
    before?.style.removeProperty("display"); // what the manifest's style sheet does
    before?.toggleAttribute("data-late", late);
    button()?.focus();
    await put(madeBadge(id, { rank: 1 }));
    expect(host()).toBe(before);
    expect(host()?.hasAttribute("data-late")).toBe(late);
    expect(host()?.shadowRoot?.querySelectorAll("button")).toHaveLength(1);
    expect(button()?.textContent).toContain("1st");
    expect(host()?.shadowRoot?.activeElement, "who stood on it stands on it").toBe(button());
  },
);

test("a badge that a page script has removed comes back with what it says now", async () => {
  const { id, host, button, put } = await openAbstract();
  host()?.remove();
  await put(madeBadge(id, { rank: 1 }));
  expect(button()?.textContent).toContain("1st");
});

test("a conversation that is open stays open, and its badge is changed once it is closed", async () => {
  let close = () => {};
  const conversations = async (): Promise<OpenConversation> => (_, onClosed) => {
    close = onClosed;
    return onClosed;
  };
  const { id, button, put } = await openAbstract({ conversations });
  const before = button();
  press(before);
  await settled();
  await put(madeBadge(id, { rank: 1 }));
  expect(button()).toBe(before);
  await put(); // and again: it is in no digest any more
  expect(button()).toBe(before);
  close();
  await settled();
  expect(button()).toBeUndefined();
  await put(madeBadge(id, { rank: 2 }));
  expect(button()?.textContent).toContain("2nd");
});

test("of two changes one after the other the later one counts, though its answer comes first", async () => {
  const { id, button, lookup, onChange } = await openAbstract();
  const answers: ((badges: Badge[]) => void)[] = [];
  lookup.mockImplementation(
    () =>
      new Promise((resolve) => {
        answers.push(resolve);
      }),
  );
  onChange();
  onChange();
  answers[1]?.([madeBadge(id, { rank: 2 })]);
  await settled();
  answers[0]?.([madeBadge(id, { rank: 1 })]);
  await settled();
  expect(button()?.textContent).toContain("2nd");
});
