import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "../../../lib/browser.ts";
import {
  clearPicture,
  forgetPicture,
  keepPicture,
  showPicture,
} from "../../../lib/hot-list/picture/last-picture.ts";

const KEY = "lastPicture";
const CONTENT =
  '<header id="head"><a href="https://arxiv.org/" target="_blank" class="plain">See one</a>' +
  "<select><option>Day</option><option>Week</option></select></header>" +
  '<ol><li class="paper" data-hot-paper="2108.04840"><svg viewBox="0 0 16 16"><path d="M2 2h4"></path></svg>' +
  "Post-hoc &lt;b&gt;</li></ol>";

function made(content = CONTENT): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = content; // text of our own
  document.body.append(page);
  return page;
}
/** A picture of the content, shown in an element of its own. */
function shownAgain(content = CONTENT): HTMLElement {
  keepPicture(window, made(content));
  const next = made("");
  showPicture(window, next);
  return next;
}

beforeEach(() => vi.spyOn(browser.runtime, "getManifest").mockReturnValue({ version: "1" } as never));
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  vi.useRealTimers();
});

describe("the picture of the last time", () => {
  test("looks the same: elements, classes, drawings, texts as text, what was chosen", () => {
    const page = made();
    page.querySelector("select")!.selectedIndex = 1;
    keepPicture(window, page);
    const next = made("");
    showPicture(window, next);
    expect(next.querySelector("li.paper")?.textContent).toBe("Post-hoc <b>");
    expect(next.querySelector("path")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
    expect(next.querySelector("svg")?.getAttribute("viewBox")).toBe("0 0 16 16");
    expect(next.querySelector("select")?.selectedIndex).toBe(1);
  });

  test("is only a picture: inert, without links, ids and the hook that readers' scripts look for", () => {
    const next = shownAgain();
    expect(next.inert).toBe(true);
    expect(next.querySelector("[href], [id], [target], [data-hot-paper]")).toBeNull();
  });

  test("keeps nothing of the tab that the popup was opened over", () => {
    const content =
      '<header><h1>Hot Papers</h1><section data-of-tab="2108.04840">Post-hoc</section></header>';
    expect(shownAgain(content).textContent).toBe("Hot Papers");
    expect(localStorage.getItem(KEY)).not.toMatch(/2108\.04840|Post-hoc/u);
  });

  test("is drawn without what is not seen: words for screen readers, tooltips", () => {
    const next = shownAgain(
      '<p title="Exactly" aria-label="Three">3<span class="unseen"> retweets</span></p>',
    );
    expect(next.innerHTML).toBe("<p>3</p>");
  });

  test("gives its place to the page", () => {
    const next = shownAgain();
    clearPicture(next);
    expect(next.inert).toBe(false);
    expect(next.childNodes).toHaveLength(0);
  });

  test("ends at the window's lower edge: the rest takes time to draw", () => {
    const page = made("<p>seen</p><p>below</p>");
    vi.spyOn(page.lastElementChild as Element, "getBoundingClientRect").mockReturnValue({
      top: window.innerHeight,
    } as DOMRect);
    keepPicture(window, page);
    const next = made("");
    showPicture(window, next);
    expect(next.textContent).toBe("seen");
  });
});

test("what is not drawn, as a closed menu, is not in it", () => {
  const page = made("<p>seen</p><div>closed</div>");
  const closed = page.lastElementChild as Element;
  vi.spyOn(closed, "checkVisibility").mockReturnValue(false);
  keepPicture(window, page);
  const next = made("");
  showPicture(window, next);
  expect(next.textContent).toBe("seen");
});

describe("no picture is shown", () => {
  test("on another day, because the list says how old it is", () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 59), toFake: ["Date"] });
    keepPicture(window, made());
    vi.setSystemTime(new Date(2026, 10, 29, 0, 1));
    const next = made("");
    showPicture(window, next);
    expect([next.inert, next.childNodes.length]).toEqual([false, 0]);
  });

  test("by another version of the extension, whose style sheets are others", () => {
    keepPicture(window, made());
    vi.mocked(browser.runtime.getManifest).mockReturnValue({ version: "2" } as never);
    const next = made("");
    showPicture(window, next);
    expect(next.childNodes).toHaveLength(0);
  });

  test("after it was forgotten, or if the storage holds something else", () => {
    keepPicture(window, made());
    forgetPicture(window);
    for (const damage of [null, "{", '"x"', "null"]) {
      if (damage !== null) localStorage.setItem(KEY, damage);
      const next = made("");
      showPicture(window, next);
      expect(next.childNodes).toHaveLength(0);
    }
  });

  test("of a page in which something is open: it would close before the reader's eyes", () => {
    keepPicture(window, made('<button aria-expanded="true">2 tweets</button>'));
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});

test("other text in the storage never becomes a script, a frame, a link or a handler", () => {
  keepPicture(window, made("<p>text</p>"));
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "") as { pieces: unknown[] };
  kept.pieces = [
    ["script", {}, ["alert(1)"]],
    ["iframe", { src: "https://example.org/" }, []],
    ["a", { href: "https://example.org/", onclick: "alert(1)", class: "kept" }, ["link"]],
  ];
  localStorage.setItem(KEY, JSON.stringify(kept));
  const next = made("");
  showPicture(window, next);
  expect(next.innerHTML).toBe('<a class="kept">link</a>');
});
