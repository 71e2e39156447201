import { act, fireEvent, render, screen } from "@testing-library/preact";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ArchivePage } from "../../../components/full-page/FullPage.tsx";
import { Popup } from "../../../components/popup/Popup.tsx";
import { savedPapers } from "../../../lib/marks/marks.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import { createMarking } from "../../../lib/marks/marking.ts";
import type { PaperDetail } from "../../../lib/hot-list/state/paper-detail.ts";
import { ALL_SAVED } from "../../../lib/hot-list/saved-choice.ts";
import { entry, papers } from "../../hot-list/made.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "../made.ts";

beforeAll(loadLaterParts);

const ID = (number: number) => `2108.0000${number}` as PaperId;
function press(key: string, more: KeyboardEventInit = {}): void {
  void act(() => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  });
}
const focused = () => document.activeElement?.closest<HTMLElement>("[data-hot-paper]")?.dataset["hotPaper"];
const undoWords = () => document.querySelector(".undo-notice output")?.textContent;
const said = () => document.querySelector(".keys-said")?.textContent;

const detailOf = (id: PaperId): PaperDetail => {
  const newest = { ...entry({ id, title: "Beside", rank: 2 }), date: "2021-08-13", of: 9, heat: 2 };
  return { kind: "paper", id, newest, entries: [newest] };
};

type Shown = { saved?: readonly number[]; detail?: PaperDetail | undefined; page?: "popup" | "archive" };

/** A page whose marks work, kept nowhere. */
function open(start: Shown = {}) {
  let shown = start;
  let marks = new Map(
    (start.saved ?? []).map((number) => [
      ID(number),
      { saved: 10 - number, paper: paper({ id: ID(number) }) },
    ]),
  );
  let state: HotListState = hotListState(dayView(papers(3)));
  const page = () => {
    if (shown.saved)
      state = {
        ...state,
        saved: {
          choice: ALL_SAVED,
          papers: savedPapers(state.marking?.marks ?? new Map()).map(({ id }, at) =>
            paper({ id, place: at + 1 }),
          ),
        },
      };
    const props = { state, actions: hotListActions(), optionsUrl: "options.html" };
    return shown.page === "archive" ? (
      <ArchivePage
        {...props}
        detail={shown.detail}
        pictured={{ kind: "unread" }}
        onPicturesWanted={vi.fn()}
      />
    ) : (
      <Popup {...props} archiveUrl="archive.html" />
    );
  };
  const { rerender } = render(page());
  const draw = (change: Shown = {}) => {
    shown = { ...shown, ...change };
    rerender(page());
  };
  createMarking({
    store: () => Promise.resolve(),
    storeAll: () => Promise.resolve(),
    watch: (onMarks) => onMarks(marks),
    now: () => 100,
    keepsOpened: () => true,
    onModel(marking) {
      state = { ...state, marking };
      draw();
    },
    signal: new AbortController().signal,
  });
  return {
    draw,
    marksOf: (number: number) => {
      const mark = state.marking?.marks.get(ID(number));
      return { saved: mark?.saved !== undefined, read: mark?.read !== undefined };
    },
  };
}

beforeEach(() => {
  const stay = (event: Event) => event.preventDefault(); // arXiv is not opened here
  document.addEventListener("click", stay);
  return () => document.removeEventListener("click", stay);
});

describe("the keys of marks", () => {
  test.each([
    ["s", "saved", "Saved already. Shift+S removes it."],
    ["r", "read", "Read already. Shift+R marks it as unread."],
  ] as const)(
    "%s sets %s, and pressed twice it does not take it back by accident, but says what would",
    (key, kind, words) => {
      const { marksOf } = open();
      press("j");
      press(key);
      expect(marksOf(1)[kind]).toBe(true);
      press(key);
      expect(marksOf(1)[kind]).toBe(true);
      expect(said()).toBe(words);
      press(key.toUpperCase(), { shiftKey: true });
      expect(marksOf(1)[kind]).toBe(false);
    },
  );

  test("with Caps Lock are the same keys: only Shift takes a mark away", () => {
    const { marksOf } = open();
    press("J");
    press("S");
    press("S");
    expect(marksOf(1).saved).toBe(true);
    press("s", { shiftKey: true });
    expect(marksOf(1).saved).toBe(false);
  });

  test.each(["о", "ξ", "ㅓ"])("on a layout of another script are the same keys: %s is j", (key) => {
    open();
    press(key, { code: "KeyJ" });
    expect(focused()).toBe(ID(1));
  });

  test("held down are pressed once, movement goes on", () => {
    const { marksOf } = open();
    press("j");
    press("j", { repeat: true });
    expect(focused()).toBe(ID(2));
    press("s", { repeat: true });
    expect(marksOf(2).saved).toBe(false);
    const opened = vi.fn();
    document.addEventListener("click", opened, { once: true });
    press("o", { repeat: true });
    expect(opened).not.toHaveBeenCalled();
  });

  test("u undoes the last one wherever the focus is; the notice says so, also to screen readers", () => {
    const { marksOf } = open();
    press("u"); // nothing to undo
    press("j");
    press("s");
    expect(undoWords()).toBe("Saved (press u to undo)");
    const button = screen.getByRole("button", { name: "Undo" });
    expect(button.getAttribute("aria-keyshortcuts")).toBe("u");
    expect(button.querySelector("kbd")?.textContent).toBe("u");
    press("j");
    press("u");
    expect(marksOf(1).saved).toBe(false);
    expect(focused(), "where something happened").toBe(ID(1));
    expect(undoWords()).toBe("");
  });

  test("b copies the BibTeX of the paper that has the focus, and says so", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    open();
    press("b");
    press("j");
    press("b");
    await vi.waitFor(() => expect(said()).toBe("BibTeX copied"));
    expect(writeText).toHaveBeenCalledOnce();
    expect(writeText.mock.lastCall?.[0]).toContain("eprint={2108.00001}");
  });
});

describe("in the saved list", () => {
  test("the paper in its place gets the focus of one no longer saved; after the last, the way back", async () => {
    open({ saved: [1, 2, 3] });
    press("j");
    press("j");
    expect(focused()).toBe(ID(2));
    press("S", { shiftKey: true });
    await vi.waitFor(() => expect(focused()).toBe(ID(3)));
    press("S", { shiftKey: true });
    await vi.waitFor(() => expect(focused(), "nothing below: the one above").toBe(ID(1)));
    press("S", { shiftKey: true });
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("link", { name: "Back to the list" })),
    );
  });

  test("undo gives the focus to the paper that is back", async () => {
    open({ saved: [1, 2, 3] });
    press("j");
    press("S", { shiftKey: true });
    await vi.waitFor(() => expect(focused()).toBe(ID(2)));
    press("u");
    await vi.waitFor(() => expect(focused()).toBe(ID(1)));
  });
});

describe("beside the list", () => {
  test("the keys are for the paper that is read there, also when it is in no list", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    const { marksOf } = open({ page: "archive", detail: detailOf(ID(9)) });
    press("s");
    expect(marksOf(9).saved).toBe(true);
    press("b");
    await vi.waitFor(() => expect(writeText.mock.lastCall?.[0]).toContain("eprint={2108.00009}"));
    const opened: string[] = [];
    document.addEventListener("click", ({ target }) => opened.push((target as HTMLAnchorElement).href), {
      once: true,
    });
    press("o");
    expect(opened).toEqual(["https://arxiv.org/pdf/2108.00009"]);
    press("u");
    expect(marksOf(9).saved).toBe(false);
  });

  test("j goes on from the paper that is read there", () => {
    open({ page: "archive", detail: detailOf(ID(2)) });
    press("j");
    expect(focused()).toBe(ID(3));
  });

  test("back to the list gives the focus to the link that had opened the paper", () => {
    const { draw } = open({ page: "archive" });
    draw({ detail: detailOf(ID(2)) });
    expect(document.activeElement?.className).toBe("paper-pane");
    draw({ detail: undefined });
    expect(document.activeElement).toBe(screen.getByRole("link", { name: "details: Paper 2" }));
  });

  test("back to a list without that paper gives the focus to the list", () => {
    const { draw } = open({ page: "archive", detail: detailOf(ID(9)) });
    draw({ detail: undefined });
    expect(document.activeElement?.className).toBe("list-scroller");
  });
});
