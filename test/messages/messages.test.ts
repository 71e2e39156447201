import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ask, AskError } from "../../lib/messages/ask.ts";
import type { Messages, MessageType } from "../../lib/messages/messages.ts";
import { MAX_IDS, REQUESTS } from "../../lib/messages/request-schema.ts";
import { type Handlers, serve } from "../../lib/messages/serve.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { arxivPage, ownPage, sendAs, type Sender } from "./ends.ts";

const id = (text: string) => text as PaperId;

/** One good request of each kind. */
const good: { [T in MessageType]: Messages[T]["request"] } = {
  lookup: { ids: [id("2108.04840"), id("hep-th/9901001")], group: "list" },
  conversation: { id: id("2108.04840") },
  openDay: { date: "2021-08-12" },
  loadTexts: { id: id("2108.04979") },
  toolbarNumber: {},
  days: {},
  digests: { ranges: [{ from: "2021-08-12", to: "2021-08-12" }, {}], words: true },
  paper: { id: id("2108.04840") },
  ownCopy: { place: 0 },
  importFile: { name: "2021-08-12.md", content: "---" },
  status: {},
  deleteEverything: {},
  restoreArchive: { id: "huggingface" },
  removeBundled: { id: "archive" },
  feedsStatus: {},
  checkFeed: { address: "feed.example" },
  addFeed: { address: "https://feed.example/v1/latest.json", title: "A feed" },
  feedBrought: { id: "feed-1" },
  readOpml: { content: "<opml/>" },
  writeOpml: {},
  setFeed: { id: "feed-1", on: false, place: 2 },
  removeFeed: { id: "feed-1" },
  undoRemoveFeed: { id: "feed-1" },
  refreshFeeds: {},
  fullTexts: { on: true },
  liveToday: { on: true },
  liveAlphaxiv: { on: true },
  seeToday: {},
  pastDays: { what: "fill" },
  dayChanged: {},
  refreshLive: {},
  removeLive: {},
  lookNow: { id: id("2108.04840") },
  pageChanged: { kind: "list-new", changed: true },
  wantDay: { date: "2021-08-12" },
  setMark: {
    paper: { id: id("2108.04840"), title: "A title", authors: [], categories: ["cs.CL"], date: "2021-08-12" },
    kind: "saved",
    on: true,
    at: 1_700_000_000_000,
  },
  pageMarks: { ids: [id("2108.04840")], change: { kind: "saved", on: true }, privately: true },
  setMarks: {
    changes: [
      {
        paper: { id: id("2108.04840"), title: "A", authors: [], categories: [], date: "2021-08-12" },
        kind: "saved",
        on: false,
        at: 5,
      },
    ],
  },
  importMarks: { content: "{}" },
  deleteMarks: {},
};
const types = Object.keys(good) as MessageType[];

const handlers = Object.fromEntries(types.map((type) => [type, vi.fn()])) as {
  [T in MessageType]: ReturnType<typeof vi.fn<Handlers[T]>>;
};

beforeEach(() => {
  for (const type of types) handlers[type].mockReset().mockResolvedValue(`reply to ${type}` as never);
  serve(handlers);
  sendAs(ownPage);
});
afterEach(() => vi.restoreAllMocks());

const failure = (asking: Promise<unknown>) =>
  asking.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("asking and serving speak the same language", () => {
  test("every message on the list has a schema", () => {
    expect(Object.keys(REQUESTS).toSorted()).toEqual(types.toSorted());
  });

  test.each(types)("%s arrives as it was asked, and its reply as it was given", async (type) => {
    expect(await ask(type, good[type])).toBe(`reply to ${type}`);
    expect(handlers[type].mock.calls).toEqual([[good[type]]]);
  });

  test("fields that were not asked for do not get through", async () => {
    await ask("conversation", { id: id("2108.04840"), extra: 1 } as Messages["conversation"]["request"]);
    expect(handlers.conversation.mock.calls).toEqual([[{ id: "2108.04840" }]]);
  });

  test("what a handler throws comes back as its text", async () => {
    handlers.status.mockRejectedValue(new Error("the disk is full"));
    const error = await failure(ask("status", {}));
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ code: "failed", message: "the disk is full" });
  });
});

describe("a request that is not of the right form is refused and reaches no handler", () => {
  beforeEach(() => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
  });
  const bad: [MessageType, object][] = [
    ["lookup", {}],
    ["lookup", { ids: ["2108.04840"] }],
    ["lookup", { ids: ["2108.04840"], group: "search" }],
    ["lookup", { ids: ["2108.04840v2"], group: "list" }],
    ["lookup", { ids: ["arXiv:2108.04840"], group: "list" }],
    ["lookup", { ids: ["HEP-TH/9901001"], group: "list" }],
    ["lookup", { ids: [5], group: "list" }],
    ["lookup", { ids: "2108.04840", group: "list" }],
    ["lookup", { ids: Array.from({ length: MAX_IDS + 1 }, () => "2108.04840"), group: "list" }],
    ["conversation", { id: "javascript:alert(1)" }],
    ["conversation", {}],
    ["openDay", { date: "2021-02-30" }],
    ["openDay", { date: "2021-08-12#x" }],
    ["openDay", { date: 5 }],
    ["pageChanged", { kind: "https://arxiv.org/abs/2108.04840", changed: true }],
    ["importFile", { name: "x.md" }],
    ["importFile", { name: "x.md", content: "", keep: 1 }],
    ["addFeed", { address: "https://feed.example/", title: "A feed", on: "no" }],
    ["importFile", { name: "x".repeat(1001), content: "" }],
  ];

  test.each(bad)("%s %j", async (type, request) => {
    const error = await failure(ask(type, request as never));
    const message = "This page belongs to another version of the extension. Reload the page.";
    expect(error).toMatchObject({ code: "failed", message });
    expect(console.warn).toHaveBeenCalledWith("Hot Papers:", expect.stringContaining(type));
    expect(handlers[type]).not.toHaveBeenCalled();
  });

  test("but as many ids as arXiv's longest lists have are fine", async () => {
    const ids = Array.from({ length: MAX_IDS }, (_, i) => id(`2108.${String(i + 1).padStart(5, "0")}`));
    await ask("lookup", { ids, group: "list" });
    expect(handlers.lookup).toHaveBeenCalledOnce();
  });
});

describe("who may ask for what", () => {
  const arxivMay: MessageType[] = [
    "lookup",
    "conversation",
    "openDay",
    "loadTexts",
    "lookNow",
    "pageChanged",
    "pageMarks",
  ];

  test.each(arxivMay)("a page of arXiv may ask for %s", async (type) => {
    sendAs(arxivPage);
    await ask(type, good[type]);
    expect(handlers[type]).toHaveBeenCalledOnce();
  });

  test.each(types.filter((type) => !arxivMay.includes(type)))("but not for %s", async (type) => {
    sendAs(arxivPage);
    expect(await failure(ask(type, good[type]))).toMatchObject({ code: "failed" });
    expect(handlers[type]).not.toHaveBeenCalled();
  });

  test.each(["www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"])("%s is arXiv too", async (host) => {
    sendAs({ ...arxivPage, url: `https://${host}/list/cs.CL/new` });
    await ask("lookup", good.lookup);
    expect(handlers.lookup).toHaveBeenCalledOnce();
  });

  test("an origin that is the address's own is right", async () => {
    sendAs({ ...arxivPage, origin: "https://arxiv.org" });
    await ask("lookup", good.lookup);
    sendAs({ ...ownPage, origin: fakeBrowser.runtime.getURL("/").slice(0, -1) });
    await ask("status", {});
    expect([handlers.lookup.mock.calls.length, handlers.status.mock.calls.length]).toEqual([1, 1]);
  });

  const strangers: [string, Sender][] = [
    ["a host that only looks like arXiv", { ...arxivPage, url: "https://arxiv.org.example/abs/2108.04840" }],
    ["another host of arXiv", { ...arxivPage, url: "https://info.arxiv.org/" }],
    ["arXiv without encryption", { ...arxivPage, url: "http://arxiv.org/abs/2108.04840" }],
    ["a page of another extension", { ...ownPage, url: "chrome-extension://other/popup.html" }],
    ["a document of arXiv in a sandbox", { ...arxivPage, origin: "null" }],
    ["a document that only bears our address", { ...ownPage, origin: "https://arxiv.org" }],
    ["an address of arXiv with a stranger's origin", { ...arxivPage, origin: "https://arxiv.org.example" }],
    ["an address that is none", { ...arxivPage, url: "https://arxiv.org@example.org/abs/2108.04840" }],
    ["a sender without an address", { id: fakeBrowser.runtime.id }],
  ];
  test.each(strangers)("%s gets no answer of ours", async (_, sender) => {
    sendAs(sender);
    for (const type of types) expect(await failure(ask(type, good[type]))).toMatchObject({ code: "failed" });
    for (const type of types) expect(handlers[type]).not.toHaveBeenCalled();
  });

  test("messages of other extensions are left alone", async () => {
    sendAs({ ...ownPage, id: "other" });
    expect(await failure(ask("status", {}))).toMatchObject({ code: "missing" });
    expect(handlers.status).not.toHaveBeenCalled();
  });
});

describe("messages that are not on our list", () => {
  test.each([["hello"], [null], [{ type: "constructor" }], [{ type: 5 }], [{ action: "status" }]])(
    "%j is left alone",
    async (message) => {
      const answers: unknown[] = [];
      const takers = await (
        fakeBrowser.runtime.onMessage.trigger as (...args: unknown[]) => Promise<unknown[]>
      )(message, ownPage, (answer: unknown) => answers.push(answer));
      expect(takers).toEqual([undefined]);
      expect(answers).toEqual([]);
    },
  );
});

describe("a worker that is not there", () => {
  test("has a code of its own if nothing listens", async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    expect(await failure(ask("status", {}))).toMatchObject({ name: "AskError", code: "missing" });
  });

  test("is asked once more if it was just stopping, because the message was lost", async () => {
    const send = vi
      .spyOn(fakeBrowser.runtime, "sendMessage")
      .mockRejectedValueOnce(new Error("Could not establish connection. Receiving end does not exist."))
      .mockResolvedValueOnce({ ok: true, value: null } as never);
    expect(await ask("restoreArchive", {})).toBeNull();
    expect(send).toHaveBeenCalledTimes(2);
  });

  test("has it too if the extension is gone and the call itself throws", async () => {
    vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(() => {
      throw new Error("Extension context invalidated.");
    });
    expect(await failure(ask("status", {}))).toMatchObject({
      code: "missing",
      message: "Extension context invalidated.",
    });
  });
});
