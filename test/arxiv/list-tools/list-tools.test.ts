import { beforeEach, describe, expect, test } from "vitest";
import type { Badge } from "../../../lib/messages/messages.ts";
import { type Decoration, start } from "../../../lib/arxiv/decorate.ts";
import type { ListView } from "../../../lib/arxiv/list-tools/list-item.ts";
import { createControl } from "../../../lib/arxiv/list-tools/control.ts";
import { listenForJumps } from "../../../lib/arxiv/list-tools/jump-keys.ts";
import type { ListParts } from "../../../lib/arxiv/list-tools/list-parts.ts";
import { makeListMenu } from "../../../lib/arxiv/list-tools/menu.ts";
import type { ListWishes } from "../../../lib/arxiv/list-tools/list-tools.ts";
import { parsePaperId } from "../../../lib/paper/paper-id.ts";
import { madeBadge } from "../made-badges.ts";
import { openPage, ownPages, type SavedPage, sharedPages } from "../saved-pages.ts";
import { coverAll, fire, noteRoots, press as pressOn, rootOf } from "../as-browser.ts";
import { settled } from "../../setup/settled.ts";

/** Every second paper is in a digest, the later ones the hotter. */
const likesOf = (ids: readonly string[]) =>
  new Map(ids.filter((_, n) => n % 2 === 1).map((id, n) => [id, 10 + n]));

const PARTS: ListParts = {
  createControl,
  listenForJumps: (document, signal) =>
    listenForJumps(document, async (onKeys) => onKeys({ next: "j", previous: "k" }), signal),
};

let kept: ListView;
/** Says to the page that is open that another view was chosen elsewhere. */
let tellView: (view: ListView) => void;
/** Says to it what else was chosen elsewhere. */
let tellWishes: (wishes: ListWishes) => void;
beforeEach(() => {
  Object.assign(HTMLElement.prototype, { showPopover: () => {} }); // jsdom has no popovers
  noteRoots();
  kept = { hotOnly: false, hottestFirst: false };
});

/** Opens a page, or what is left of it in a document. */
async function open(page: SavedPage, more: Partial<Decoration> = {}, document = openPage(page)) {
  const before = document.body.innerHTML;
  const likes = likesOf([...new Set(page.ids)]);
  const end = new AbortController();
  let change = () => {};
  const badgesOf = (ids: readonly string[]) =>
    ids
      .filter((id) => likes.has(id))
      .map((id) => madeBadge(id, { counts: [{ network: "twitter", likes: likes.get(id) ?? 0 }] }));
  start({
    document,
    url: page.url,
    signal: end.signal,
    lookup: async (ids) => badgesOf(ids),
    watch: (onChange) => {
      change = onChange;
    },
    listTools: {
      followView: async (onView) => {
        tellView = onView;
        onView(kept);
      },
      keepView: async (view) => {
        kept = view;
        tellView(view);
      },
      followWishes: async (onWishes) => {
        tellWishes = onWishes;
        onWishes({ narrowed: false, control: true });
      },
      whenParts: (use) => use(PARTS),
      menu: async () => makeListMenu,
    },
    conversations: async () => {
      throw new Error("nobody opens a conversation here");
    },
    report: () => undefined,
    ...more,
  });
  await settled();
  const control = rootOf(document.querySelector("hot-paper-list"));
  const opener = control?.querySelector(".open");
  if (opener) pressOn(opener);
  await settled();
  const press = (name: string) => {
    const button = [...(control?.querySelectorAll("button") ?? [])].find((each) => each.textContent === name);
    if (!button) throw new Error(`no button ${name}`);
    pressOn(button);
  };
  const changed = async () => {
    change();
    await settled();
  };
  const words = () => control?.querySelector(".count")?.textContent;
  return { document, before, end, control, press, likes, changed, words };
}

/** Ids of the entries in the order in which they stand, those that show and all. */
function entries(document: Document) {
  const found = [...document.querySelectorAll<HTMLElement>("#dlpage dl > dt, li.arxiv-result")];
  const idOf = (entry: Element) => {
    const link = entry.querySelector<HTMLAnchorElement>('a[title="Abstract"], p.list-title > a');
    return parsePaperId(link?.textContent ?? "")?.id;
  };
  return {
    all: found.map(idOf),
    shown: found.filter((entry) => !entry.hasAttribute("hidden")).map(idOf),
  };
}

const listKinds = [
  "list-month",
  "list-year",
  "list-form",
  "list-new",
  "list-recent",
  "catchup",
  "author",
  "search",
  "advanced-search",
];
const lists = [...ownPages, ...sharedPages].filter(
  (page) =>
    page.ids.length > 1 &&
    /list|catchup|author|search/u.test(page.kind ?? page.name) &&
    page.ids.length < 500,
);

test("there are lists of every kind to try this on", () => {
  for (const kind of listKinds)
    expect(ownPages.filter((page) => page.kind === kind && page.ids.length > 1)).not.toEqual([]);
});

/** All addresses that a section links, whatever their order. */
const linksOf = (list: Element) =>
  new Set([...list.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")));

describe.each(lists.map((page) => [page.name, page] as const))("%s", (_name, page) => {
  test("says how many entries are in a digest, and has moved nothing", async () => {
    const { document, words, likes, end, before } = await open(page);
    const hot = page.ids.filter((id) => likes.has(id)).length;
    expect(words()).toBe(`${hot} of ${page.ids.length} are in a digest`);
    end.abort();
    expect(document.body.innerHTML).toBe(before);
  });

  test("hot only hides the others so that find-in-page still finds them, and shows them again", async () => {
    const { document, press } = await open(page);
    const decorated = document.body.innerHTML;
    const shownAtFirst = entries(document).shown.length;
    press("Hot only");
    expect(entries(document).shown.length).toBeLessThan(shownAtFirst);
    for (const entry of document.querySelectorAll("[hidden='until-found']"))
      expect(entry.querySelector("hot-paper")).toBeNull();
    expect(kept).toEqual({ hotOnly: true, hottestFirst: false });
    press("All");
    expect(document.body.innerHTML).toBe(decorated);
  });

  test("hottest first sorts inside each section and goes back exactly", async () => {
    const { document, press, end, before } = await open(page);
    const decorated = document.body.innerHTML;
    const order = entries(document).all;
    const sections = [...document.querySelectorAll("dl, ol.breathe-horizontal")];
    const contents = sections.map(linksOf);
    press("Hottest first");
    expect(new Set(entries(document).all)).toEqual(new Set(order));
    expect(sections.map(linksOf), "no entry leaves its section").toEqual(contents);
    for (const title of document.querySelectorAll("dl > dt")) {
      expect([title.parentElement?.localName, title.nextElementSibling?.localName]).toEqual(["dl", "dd"]);
    }
    press("arXiv order");
    expect(document.body.innerHTML).toBe(decorated);
    end.abort();
    expect(document.body.innerHTML).toBe(before);
  });

  test("a copy of the extension that ended without a word is undone by the next one", async () => {
    kept = { hotOnly: true, hottestFirst: true };
    const { document: old, before } = await open(page);
    // The same elements without the script of before, and so without its shadow roots.
    const left = new DOMParser().parseFromString(old.documentElement.outerHTML, "text/html");
    expect(entries(left).shown.length).toBeLessThan(entries(left).all.length);
    kept = { hotOnly: false, hottestFirst: false };
    const { document, end } = await open(page, {}, left);
    const shown = entries(openPage(page)).all;
    expect(entries(document)).toEqual({ all: shown, shown });
    end.abort();
    expect(document.body.innerHTML).toBe(before);
  });
});

const month = ownPages.find((page) => page.kind === "list-month" && page.ids.length > 1);
const search = ownPages.find((page) => page.kind === "search" && page.ids.length > 1);
if (!month || !search) throw new Error("our own pages are not there");

test("the hottest paper comes first, papers in no digest last and in arXiv's order", async () => {
  const { document, press, likes } = await open(month);
  press("Hottest first");
  const { all } = entries(document);
  const hot = [...likes].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
  expect(all).toEqual([...hot, ...month.ids.filter((id) => !likes.has(id))]);
});

test("a search result takes its number along", async () => {
  const { document, press } = await open(search);
  const items = [...document.querySelectorAll<HTMLLIElement>("li.arxiv-result")];
  press("Hottest first");
  expect(items.map((item) => item.value)).toEqual(items.map((_, n) => n + 1));
  press("arXiv order");
  expect(items.every((item) => !item.hasAttribute("value"))).toBe(true);
});

test("what was chosen on another day is in force, and the control says so", async () => {
  kept = { hotOnly: true, hottestFirst: true };
  const { document, control } = await open(month);
  expect(entries(document).shown).toHaveLength(likesOf(month.ids).size);
  const pressed = [...(control?.querySelectorAll("[aria-pressed='true']") ?? [])].map(
    (button) => button.textContent,
  );
  expect(pressed).toEqual(["Hot only", "Hottest first"]);
  expect(control?.querySelector(".count")?.textContent).toContain("hidden");
});

test("the control says in words, not only by colour, what is hidden and that the order changed", async () => {
  const { press, words } = await open(month);
  expect(words()).toBe("2 of 4 are in a digest");
  press("Hot only");
  await settled();
  expect(words()).toBe("2 of 4 are in a digest · 2 hidden");
  press("Hottest first");
  await settled();
  expect(words()).toBe("2 of 4 are in a digest · 2 hidden · sorted by heat");
  press("All");
  await settled();
  expect(words()).toBe("2 of 4 are in a digest · sorted by heat");
});

test("if the reader wants only hotter papers, those without a badge may be in a digest too", async () => {
  const more = {
    followView: async () => {},
    keepView: async () => {},
    whenParts: (use: (parts: ListParts) => void) => use(PARTS),
    menu: async () => makeListMenu,
    followWishes: async (onWishes: (wishes: ListWishes) => void) =>
      onWishes({ narrowed: true, control: true }),
  };
  const { words } = await open(month, { listTools: more });
  expect(words()).toBe("2 of 4 are hot enough to show");
});

describe("a kept view", () => {
  /** All that can be had without a message, and without a turn of the event loop, in which a frame may be painted. */
  const openEarly = async (view: ListView) => {
    kept = view;
    const page = openPage(month);
    const likes = likesOf(month.ids);
    const opening = open(
      month,
      {
        early: async (ids) => ({
          badges: ids.flatMap((id): Badge[] => (likes.has(id) ? [madeBadge(id)] : [])),
          rest: [],
        }),
      },
      page,
    );
    for (let i = 0; i < 40; i += 1) await Promise.resolve();
    const first = entries(page);
    const control = rootOf(page.querySelector("hot-paper-list"))?.querySelector(".shape")?.textContent;
    await opening;
    return { first, last: entries(page), control };
  };

  test.each([
    { hotOnly: true, hottestFirst: false },
    { hotOnly: false, hottestFirst: true },
  ])("%o is in force before anything can be painted, if the answers are early", async (view) => {
    const { first, last, control } = await openEarly(view);
    expect(first).toEqual(last);
    expect(first).not.toEqual(entries(openPage(month)));
    expect(control).toContain("2 of 4 · ");
  });
});

describe("an answer that does not come", () => {
  const lookup = async () => {
    throw new Error("nobody answers");
  };
  const early: Decoration["early"] = async ([first, ...rest]) => ({
    badges: first ? [madeBadge(first)] : [],
    rest,
  });

  test("hides, moves and counts no paper of which nothing is known", async () => {
    kept = { hotOnly: true, hottestFirst: true };
    const { document, words, end, before } = await open(month, { lookup, early });
    const all = entries(openPage(month)).all;
    expect(entries(document)).toEqual({ all, shown: all });
    expect(words()).toBe("Could not read this. Reload the page.");
    end.abort();
    expect(document.body.innerHTML).toBe(before);
  });

  test("is made up for by the next that does", async () => {
    kept = { hotOnly: true, hottestFirst: false };
    let answers: () => Promise<Badge[]> = lookup;
    const { document, changed } = await open(month, { lookup: () => answers(), early });
    answers = async () => month.ids.slice(0, 3).map((id) => madeBadge(id));
    await changed();
    expect(entries(document).shown).toEqual(month.ids.slice(0, 3));
  });
});

test("a choice made in another page holds here at once; one that holds already changes nothing", async () => {
  const page = ownPages.find(({ name }) => name === "list-new") as SavedPage;
  const { document, before } = await open(page);
  const all = entries(document).all.length;
  tellView({ hotOnly: true, hottestFirst: false });
  expect(entries(document).shown.length).toBeLessThan(all);
  const found = document.querySelector<HTMLElement>("dt[hidden]");
  fire(found as Element, new Event("beforematch", { bubbles: true }));
  tellView({ hotOnly: true, hottestFirst: false });
  expect(found?.hidden, "found by find-in-page, and left on show").toBe(false);
  tellView({ hotOnly: false, hottestFirst: false });
  for (const ours of document.querySelectorAll("hot-paper, hot-paper-list")) ours.remove();
  expect(document.body.innerHTML).toBe(before);
});

test("an entry found by find-in-page comes back whole", async () => {
  const { document, press } = await open(month);
  press("Hot only");
  const title = document.querySelector<HTMLElement>("dt[hidden]");
  const body = title?.nextElementSibling;
  fire(body as Element, new Event("beforematch", { bubbles: true }));
  expect([title?.hasAttribute("hidden"), body?.hasAttribute("hidden")]).toEqual([false, false]);
});

test("what others put into a list meanwhile is not lost on the way back", async () => {
  const { document, press } = await open(month);
  press("Hottest first");
  const foreign = document.createElement("p");
  document.querySelector("dl")?.append(foreign);
  press("arXiv order");
  expect(document.contains(foreign)).toBe(true);
});

test("what others put after a paper meanwhile stays after that paper", async () => {
  const { document, press } = await open(month);
  press("Hottest first");
  const [first] = document.querySelectorAll("dl > dd");
  const notes = ["one", "two"].map((words) => {
    const note = document.createElement("p");
    note.textContent = words;
    return note;
  });
  first?.after(...notes);
  press("arXiv order");
  expect([...document.querySelectorAll("dl > dd")].indexOf(first as Element)).toBeGreaterThan(0);
  expect([first?.nextSibling, notes[0]?.nextSibling]).toEqual(notes);
});

test("a control that the reader hides goes with all it did; the view comes back with it", async () => {
  kept = { hotOnly: true, hottestFirst: true };
  const { document } = await open(month);
  const ours = entries(document);
  tellWishes({ narrowed: false, control: false });
  expect(document.querySelector("hot-paper-list")).toBeNull();
  expect(entries(document)).toEqual(entries(openPage(month)));
  tellWishes({ narrowed: false, control: true });
  expect(document.querySelectorAll("hot-paper-list")).toHaveLength(1);
  expect(entries(document)).toEqual(ours);
});

test("a page script's press changes nothing, nor one on a button that it covers, which says so", async () => {
  const { document, control, press } = await open(month);
  const before = entries(document);
  for (const button of control?.querySelectorAll("button") ?? []) button.click();
  expect(entries(document)).toEqual(before);
  coverAll();
  const covered = await open(month);
  covered.press("Hot only");
  expect(entries(covered.document)).toEqual(before);
  expect(covered.control?.querySelector(".refused")?.textContent).toContain("nothing was done");
  press("Hot only");
  expect(entries(document)).not.toEqual(before);
});

test("a list without a hot paper gets no control, nor does an abstract page", async () => {
  for (const page of ownPages.filter(({ kind, ids }) => kind === "abs" || ids.length === 1)) {
    const { document } = await open(page);
    expect(document.querySelector("hot-paper-list")).toBeNull();
  }
});

test("a paper that loses its badge meanwhile is hidden by hot only, and comes back with it", async () => {
  kept = { hotOnly: true, hottestFirst: false };
  const { document, likes, changed } = await open(month);
  const hot = [...likes];
  const [first] = hot;
  if (!first) throw new Error("the page has no hot paper");
  likes.delete(first[0]);
  await changed();
  expect(entries(document).shown).toEqual(hot.slice(1).map(([id]) => id));
  likes.set(...first);
  await changed();
  expect(entries(document).shown).toEqual(hot.map(([id]) => id));
});

test("without badges the list is arXiv's again; after they come back a jump is one step", async () => {
  kept = { hotOnly: true, hottestFirst: true };
  const { document, before, likes, changed } = await open(month);
  const hot = [...likes];
  likes.clear();
  await changed();
  expect(document.body.innerHTML).toBe(before);
  for (const each of hot) likes.set(...each);
  await changed();
  expect(document.querySelectorAll("hot-paper-list")).toHaveLength(1);
  expect(entries(document).shown).toHaveLength(hot.length);
});

describe("a kept view of a list that is still on its way", () => {
  const some = lists.find((each) => each.kind === "list-month") as SavedPage;
  const isKeptBack = (document: Document) => document.querySelector("[data-hot-kept-back]") !== null;
  /** The badges are there at once, and the rest of the answer when the test lets it come. */
  const openOnItsWay = async (view: ListView) => {
    kept = view;
    const likes = likesOf(some.ids);
    const rest = Promise.withResolvers<Badge[]>();
    const document = openPage(some);
    let state: DocumentReadyState = "loading";
    Object.defineProperty(document, "readyState", { configurable: true, get: () => state });
    const opened = await open(
      some,
      {
        early: async (ids) => ({
          badges: ids.filter((id) => likes.has(id)).map((id) => madeBadge(id)),
          rest: ids.filter((id) => !likes.has(id)),
        }),
        lookup: () => rest.promise,
      },
      document,
    );
    state = "interactive"; // parsed, and not painted yet
    fire(document, new Event("readystatechange"));
    await settled();
    Reflect.deleteProperty(document, "readyState");
    return { ...opened, rest };
  };

  test("keeps the list back until it is in order, or cannot be", async () => {
    const { document, rest } = await openOnItsWay({ hotOnly: false, hottestFirst: true });
    expect(isKeptBack(document)).toBe(true);
    rest.resolve([]);
    await settled();
    expect(isKeptBack(document)).toBe(false);
    const failing = await openOnItsWay({ hotOnly: true, hottestFirst: false });
    expect(isKeptBack(failing.document)).toBe(true);
    failing.rest.reject(new Error("no index"));
    await settled();
    expect(isKeptBack(failing.document)).toBe(false);
  });

  test("shows it at the end of the script, and at once if nothing was chosen", async () => {
    const { document, end } = await openOnItsWay({ hotOnly: true, hottestFirst: true });
    end.abort();
    expect(isKeptBack(document)).toBe(false);
    const plain = await openOnItsWay({ hotOnly: false, hottestFirst: false });
    expect(isKeptBack(plain.document)).toBe(false);
  });
});
