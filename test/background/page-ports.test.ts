import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { acceptPagePorts } from "../../lib/background/page-ports.ts";

const { showPaperDot } = vi.hoisted(() => ({
  showPaperDot: vi.fn<(tabId?: number, url?: string) => Promise<void>>(),
}));
vi.mock("../../lib/background/paper-dot.ts", () => ({ showPaperDot }));

const executeScript = vi.fn<(injection: object) => Promise<void>>();
let connect: (port: object) => void;

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue();
  showPaperDot.mockReset().mockResolvedValue();
  Object.assign(fakeBrowser.scripting, { executeScript });
  Object.assign(fakeBrowser.runtime, {
    onConnect: {
      addListener: (listener: (port: object) => void) => {
        connect = listener;
      },
    },
  });
  acceptPagePorts();
});

const page = {
  id: fakeBrowser.runtime.id,
  url: "https://arxiv.org/abs/2108.04840",
  tab: { id: 7 },
  frameId: 0,
};

/** A port of a page, and whether the worker has closed it. */
function port(name: string, sender: object = page) {
  const closed = vi.fn();
  const made = {
    name,
    sender,
    disconnect() {
      if (this !== made) throw new TypeError("Illegal invocation"); // as the browsers' ports do
      closed();
    },
  };
  connect(made);
  return closed;
}

test("runs the conversation's script in the page that asked, and then lets go of the port", async () => {
  const closed = port("conversation");
  expect(closed, "not before the script is there").not.toHaveBeenCalled();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 7, frameIds: [0] }, files: ["/conversation.js"], injectImmediately: true }],
  ]);
});

test("lets go of the port also if the browser refuses, so that the page does not wait for ever", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  executeScript.mockRejectedValue(new Error("Cannot access contents of the page"));
  const closed = port("conversation");
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(warn).toHaveBeenCalledOnce();
});

test("shows the dot over the tab of a paper, and lets go of the port, which may keep it awake", async () => {
  const closed = port("paper");
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(showPaperDot.mock.calls).toEqual([[7, "https://arxiv.org/abs/2108.04840"]]);
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  ["a page of another host", { ...page, url: "https://arxiv.org.example/" }],
  ["another extension", { ...page, id: "other" }],
  ["a document of arXiv in a sandbox", { ...page, origin: "null" }],
])("runs nothing for %s", (_, sender) => {
  port("conversation", sender);
  port("paper", sender);
  expect(executeScript).not.toHaveBeenCalled();
  expect(showPaperDot).not.toHaveBeenCalled();
});
