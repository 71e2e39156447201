import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type JumpKeys, listenForJumps } from "../../../lib/arxiv/list-tools/jump-keys.ts";
import { fire } from "../as-browser.ts";

let end: AbortController;
/** A host with a button in its shadow root, as badges have. jsdom lays nothing out: we say where it is. */
function addHost(top: number): HTMLElement {
  const host = document.createElement("hot-paper");
  const button = document.createElement("button");
  host.attachShadow({ mode: "open" }).append(button);
  const box = { top } as DOMRect;
  host.getClientRects = () => [box] as unknown as DOMRectList;
  host.getBoundingClientRect = () => box;
  host.scrollIntoView = () => undefined;
  document.body.append(host);
  return host;
}
let hosts: HTMLElement[];
let setKeys: (keys: JumpKeys) => void;
beforeEach(() => {
  end = new AbortController();
  hosts = [addHost(-50), addHost(100), addHost(900)];
  listenForJumps(
    document,
    async (onKeys) => {
      setKeys = onKeys;
      onKeys({ next: "j", previous: "k" });
    },
    end.signal,
  );
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

const press = (key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  fire(
    target,
    new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...options }),
  );
const focused = () => hosts.indexOf(document.activeElement as HTMLElement);

test("from the window's top to the next badge and on, and back, and not past the ends", () => {
  press("j");
  expect(focused()).toBe(1);
  press("j");
  expect(focused()).toBe(2);
  press("j");
  expect(focused()).toBe(2);
  press("k");
  press("k");
  expect(focused()).toBe(0);
});

test("other keys are in force at once, and one that is switched off does nothing", () => {
  setKeys({ next: "n", previous: "" });
  press("j");
  press("");
  expect(focused()).toBe(-1);
  press("n");
  expect(focused()).toBe(1);
  press("k");
  expect(focused()).toBe(1);
});

test.each([
  ["о", "KeyJ"],
  ["ξ", "KeyJ"],
  ["ㅓ", "KeyJ"],
  ["J", "KeyJ"], // Caps Lock
])("%s is the same key on another layout, or with Caps Lock", (key, code) => {
  press(key, { code });
  expect(focused()).toBe(1);
});

test("a key that was chosen on a layout of another script goes on doing what it did", () => {
  setKeys({ next: "ф", previous: "" });
  press("ф", { code: "KeyA" });
  expect(focused()).toBe(1);
});

test("keys that a script of the page makes up do nothing, so it cannot try out which were chosen", () => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
  expect(focused()).toBe(-1);
});

describe("a key with another purpose is left alone", () => {
  test.each([
    ["with Ctrl", { ctrlKey: true }],
    ["with Alt", { altKey: true }],
    ["with the command key", { metaKey: true }],
    ["while text is composed", { isComposing: true }],
  ])("%s", (_what, options) => {
    press("j", options);
    expect(focused()).toBe(-1);
  });
  test("while typing, also inside a shadow root", () => {
    const box = document.createElement("div");
    const input = document.createElement("input");
    box.attachShadow({ mode: "open" }).append(input);
    document.body.append(box);
    press("j", {}, input);
    expect(focused()).toBe(-1);
  });
  test("when the page is no longer ours", () => {
    end.abort();
    press("j");
    expect(focused()).toBe(-1);
  });
});
