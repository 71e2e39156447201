import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readScripts } from "../../../lib/hot-list/picture/read-scripts.ts";

let frames: FrameRequestCallback[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  frames = [];
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((callback) => frames.push(callback));
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** The script of a picture, after which these are to be read. */
const pictureScript = (...scripts: string[]) => {
  const script = document.createElement("b"); // happy-dom would fetch the source of a script
  if (scripts.length > 0) script.dataset["scripts"] = scripts.join(" ");
  return script;
};
/** Catches what is put into the page, so that nothing is fetched. */
function scriptsRead() {
  const read: string[] = [];
  vi.spyOn(document.body, "append").mockImplementation((...nodes) => {
    for (const node of nodes as HTMLScriptElement[]) read.push(`${node.type} ${new URL(node.src).pathname}`);
  });
  return read;
}

test("scripts wait until the picture has been painted: a frame's callbacks run before that", () => {
  const read = scriptsRead();
  readScripts(window, pictureScript("/a.js", "/b.js"), true);
  expect(read).toEqual([]);
  for (const frame of frames) frame(0);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(read).toEqual(["module /a.js", "module /b.js"]);
});

test("a popup that has no frames yet gets its scripts all the same, each once", () => {
  const read = scriptsRead();
  readScripts(window, pictureScript("/a.js"), true);
  vi.advanceTimersByTime(50);
  expect(read).toEqual(["module /a.js"]);
  for (const frame of frames) frame(0);
  vi.advanceTimersByTime(1000);
  expect(read).toHaveLength(1);
});

test("without a picture they are read at once, and a page that names none reads none", () => {
  const read = scriptsRead();
  readScripts(window, pictureScript("/a.js"), false);
  readScripts(window, pictureScript(), false);
  expect(read).toEqual(["module /a.js"]);
});
