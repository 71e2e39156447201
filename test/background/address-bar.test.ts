import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answerAddressBar, type Suggestion, suggestionsFrom } from "../../lib/background/address-bar.ts";
import { digest, entry } from "../index/made.ts";
import { packOf, startWorker, stopWorker } from "./life.ts";

type OnChanged = (typed: string, suggest: (suggestions: Suggestion[]) => void) => void;
type OnStarted = () => void;
type OnEntered = (entered: string, how: string) => void;
let changed: OnChanged;
let started: OnStarted;
let entered: OnEntered;

const DIGEST = digest("2021-08-12", [
  entry("2108.00001", 1, { title: "Graphs & <trees>" }),
  entry("2108.00002", 2, { title: "Graphs again" }),
]);

beforeEach(() => {
  Object.assign(fakeBrowser, {
    omnibox: {
      setDefaultSuggestion: vi.fn(),
      onInputStarted: { addListener: (listener: OnStarted) => (started = listener) },
      onInputChanged: { addListener: (listener: OnChanged) => (changed = listener) },
      onInputEntered: { addListener: (listener: OnEntered) => (entered = listener) },
    },
  });
});
afterEach(async () => {
  Object.assign(fakeBrowser, { omnibox: undefined });
});

describe("suggestions", () => {
  const find = suggestionsFrom([DIGEST]);

  test("name paper, rank and day, and lead to the paper's page", () => {
    expect(find("again")).toEqual([
      {
        content: "https://arxiv.org/abs/2108.00002",
        description: "Graphs again · 2nd of 2 on 12 August 2021",
      },
    ]);
  });

  test("no title of a feed becomes markup", () => {
    expect(find("trees")[0]?.description).toMatch(/^Graphs &amp; &lt;trees&gt; · /u);
  });

  test("an id or an address finds its paper", () => {
    for (const typed of ["2108.00001", "https://arxiv.org/pdf/2108.00001v3"])
      expect(find(typed).map(({ content }) => content)).toEqual(["https://arxiv.org/abs/2108.00001"]);
  });

  test("there are none for nothing, and six at most", () => {
    expect(find(" ")).toEqual([]);
    const ids = Array.from({ length: 9 }, (_, at) => `2108.1000${at + 1}`);
    expect(suggestionsFrom([digest("2021-08-12", ids)])("paper").length).toBeLessThanOrEqual(6);
  });

  test("a paper of several days is suggested once, as the newest day has it", () => {
    const later = digest("2021-08-13", [entry("2108.00002", 1, { title: "Graphs again" })]);
    expect(suggestionsFrom([DIGEST, later])("again")).toEqual([
      {
        content: "https://arxiv.org/abs/2108.00002",
        description: "Graphs again · 1st of 1 on 13 August 2021",
      },
    ]);
  });
});

test("what is typed is looked for in the index as it is when typing begins", async () => {
  const contents = async (typed: string) => {
    const suggested = Promise.withResolvers<Suggestion[]>();
    changed(typed, suggested.resolve);
    return (await suggested.promise).map(({ content }) => content);
  };
  answerAddressBar();
  started();
  expect(await contents("again")).toEqual([]);
  await (
    await startWorker({ pack: packOf(DIGEST) })
  ).started;
  started();
  expect(await contents("again")).toEqual(["https://arxiv.org/abs/2108.00002"]);
  await stopWorker();
});

describe("Enter opens", () => {
  test.each([
    ["a suggestion", "https://arxiv.org/abs/2108.00002", "https://arxiv.org/abs/2108.00002"],
    ["an id", "arXiv:2108.00002v2", "https://arxiv.org/abs/2108.00002"],
    ["words: the search of all digests", "graphs 100%", "/archive.html#all?search=graphs%20100%25"],
  ])("%s", async (_, typed, address) => {
    const url = address.startsWith("/") ? fakeBrowser.runtime.getURL(address) : address;
    const update = vi.spyOn(fakeBrowser.tabs, "update").mockResolvedValue({} as never);
    const create = vi.spyOn(fakeBrowser.tabs, "create").mockResolvedValue({} as never);
    answerAddressBar();
    entered(typed, "currentTab");
    await vi.waitFor(() => expect(update).toHaveBeenCalledExactlyOnceWith({ url }));
    entered(typed, "newBackgroundTab");
    await vi.waitFor(() => expect(create).toHaveBeenCalledExactlyOnceWith({ url, active: false }));
  });
});
