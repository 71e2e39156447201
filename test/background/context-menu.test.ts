import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answerContextMenus, makeContextMenus } from "../../lib/background/context-menu.ts";
import { readFollows } from "../../lib/follows/stored-follows.ts";
import { targetOf } from "../../lib/hot-list/target.ts";
import { linkedPaper } from "../../lib/paper/linked-paper.ts";

interface Entry {
  id: string;
  contexts: string[];
  targetUrlPatterns?: string[];
}
interface Clicked {
  menuItemId: string;
  linkUrl?: string;
  selectionText?: string;
}
type Listener = (clicked: Clicked, tab?: { incognito: boolean }) => void;

const entries: Entry[] = [];
let click: Listener | undefined;
const opened = vi.fn<(tab: { url: string }) => Promise<object>>();

beforeEach(() => {
  entries.length = 0;
  click = undefined;
  opened.mockReset().mockResolvedValue({});
  vi.spyOn(fakeBrowser.tabs, "create").mockImplementation(opened as never);
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: async () => entries.splice(0),
      create: (entry: Entry) => entries.push(entry),
      onClicked: { addListener: (listener: Listener) => (click = listener) },
    },
  });
});

test("there is one entry for links and two for selections, also after a second update", async () => {
  await makeContextMenus();
  await makeContextMenus();
  expect(entries.map(({ id, contexts }) => [id, contexts])).toEqual([
    ["link", ["link"]],
    ["selection", ["selection"]],
    ["follow", ["selection"]],
  ]);
});

/** As https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns has it. */
function matches(pattern: string, address: string): boolean {
  const [, host = "", path = ""] = /^\*:\/\/\*\.([^/]+)(\/.*)$/u.exec(pattern) ?? [];
  const { hostname, pathname } = new URL(address);
  const parts = path.split("*").map((part) => part.replaceAll(/[.+?]/gu, String.raw`\$&`));
  return (
    (hostname === host || hostname.endsWith(`.${host}`)) &&
    new RegExp(`^${parts.join(".*")}$`, "u").test(pathname)
  );
}

async function patternsFor(address: string): Promise<string[]> {
  await makeContextMenus();
  const patterns = entries.flatMap(({ targetUrlPatterns = [] }) => targetUrlPatterns);
  return patterns.filter((pattern) => matches(pattern, address));
}

test.each([
  "https://arxiv.org/abs/2108.04840",
  "https://www.arxiv.org/pdf/2108.04840v2",
  "https://ar5iv.labs.arxiv.org/html/2108.04840",
  "https://www.alphaxiv.org/zh/overview/2108.04840",
  "https://huggingface.co/papers/2108.04840",
  "https://doi.org/10.48550/arXiv.2108.04840",
  "https://www.semanticscholar.org/arxiv/2108.04840",
])("the entry is offered on a link to %s", async (address) => {
  expect(linkedPaper(address)).toBe("2108.04840");
  expect(await patternsFor(address)).not.toEqual([]);
});

test.each([
  "https://arxiv.org/list/cs.CL/new",
  "https://doi.org/10.1145/3442188",
  "https://example.org/abs/2108.04840",
])("the entry is not offered on a link to %s", async (address) => {
  expect(await patternsFor(address)).toEqual([]);
});

describe("a press opens", () => {
  test.each([
    [
      "the paper of a link",
      "link",
      { linkUrl: "https://arxiv.org/abs/2108.04840v2" },
      "#paper/2108.04840?look",
    ],
    [
      "the one paper of a selection",
      "selection",
      { selectionText: "see arXiv:2108.04840." },
      "#paper/2108.04840?look",
    ],
    [
      "what is selected, also in a link to another paper",
      "selection",
      { linkUrl: "https://arxiv.org/abs/2108.04840", selectionText: "2109.00001" },
      "#paper/2109.00001?look",
    ],
    [
      "several as a list",
      "selection",
      { selectionText: "2108.04840 and 2109.00001" },
      "#all?search=2108.04840%202109.00001",
    ],
    [
      "a search for words",
      "selection",
      { selectionText: " attention & more? " },
      "#all?search=attention%20%26%20more%3F",
    ],
  ])("%s", async (_, menuItemId, clicked, hash) => {
    answerContextMenus();
    click?.({ menuItemId, ...clicked });
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(opened.mock.calls[0]?.[0].url).toBe(fakeBrowser.runtime.getURL(`/archive.html${hash}` as never));
  });
});

test("many papers are all listed, and no id is cut into another one", async () => {
  const ids = Array.from(
    { length: 1500 },
    (_, at) => `cond-mat/96${String((at % 12) + 1).padStart(2, "0")}${100 + (at % 900)}`,
  );
  const selected = [...new Set(ids)];
  answerContextMenus();
  click?.({ menuItemId: "selection", selectionText: selected.join(", ") });
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  const target = targetOf(new URL(opened.mock.calls[0]?.[0].url ?? "").hash);
  const listed = ("search" in target && target.search?.split(" ")) || [];
  expect(listed).toEqual(selected.slice(0, 1000));
});

describe("words that are to be followed", () => {
  const registered = vi.fn<() => Promise<void>>();
  const chosen = async (selectionText: string, incognito = false) => {
    answerContextMenus();
    click?.({ menuItemId: "follow", selectionText }, { incognito });
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  };

  beforeEach(() => {
    registered.mockReset().mockResolvedValue();
    const scripting = { getRegisteredContentScripts: async () => [], registerContentScripts: registered };
    Object.assign(fakeBrowser, { scripting });
    vi.spyOn(fakeBrowser.tabs, "query").mockResolvedValue([] as never);
  });

  test("are followed, lists are marked from now on, and the options show it", async () => {
    await chosen(" graph  neural\nnetworks ");
    expect(await readFollows()).toEqual([{ kind: "words", text: '"graph neural networks"' }]);
    expect(registered).toHaveBeenCalledOnce();
    expect(opened.mock.calls).toEqual([
      [{ url: fakeBrowser.runtime.getURL("/options.html#follows" as never) }],
    ]);
  });

  test("in a private window are followed in private windows alone", async () => {
    await chosen("diffusion", true);
    expect(await readFollows()).toEqual([]);
    expect(await readFollows(true)).toEqual([{ kind: "words", text: "diffusion" }]);
  });

  test("that cannot be followed change nothing, and the options are shown", async () => {
    await chosen("x".repeat(300));
    expect(await readFollows(true)).toEqual([]);
  });
});

test("a browser without such menus, as Firefox for Android, is left alone", async () => {
  Object.assign(fakeBrowser, { contextMenus: undefined });
  await makeContextMenus();
  answerContextMenus();
  expect(click).toBeUndefined();
});
