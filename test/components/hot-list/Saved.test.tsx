import { fireEvent, render, screen } from "@testing-library/preact";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Popup } from "../../../components/popup/Popup.tsx";
import type { ShownPaper } from "../../../lib/hot-list/shown-paper.ts";
import type { Mark } from "../../../lib/marks/marks.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import { ALL_SAVED, type SavedChoice } from "../../../lib/hot-list/saved-choice.ts";
import { facts } from "../../marks/made.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "../made.ts";

beforeAll(loadLaterParts);

const gone = paper({ id: "2108.00009" as PaperId, rank: 0, of: 0, heat: 0, counts: [], posts: [], place: 2 });

function show(
  papers: readonly ShownPaper[] | undefined,
  change: Partial<HotListState> = {},
  choice: SavedChoice = ALL_SAVED,
  read: readonly PaperId[] = [],
) {
  const marks = new Map<PaperId, Mark>(
    (papers ?? []).map(({ id }) => [
      id,
      { saved: 1, paper: facts({ id }), ...(read.includes(id) && { read: 2 }) },
    ]),
  );
  const marking = {
    marks,
    onMark: vi.fn<() => void>(),
    onNote: vi.fn<() => void>(),
    onUnsave: vi.fn<() => void>(),
    onOpen: vi.fn<() => void>(),
    onUndo: vi.fn<() => void>(),
  };
  const saved = { choice, ...(papers && { papers }) };
  const state = { ...hotListState(dayView()), saved, marking, ...change };
  const actions = hotListActions();
  const { container } = render(
    <Popup state={state} actions={actions} optionsUrl="options.html" archiveUrl="archive.html" />,
  );
  return { container, actions, marking };
}

describe("the saved papers", () => {
  test("have a heading that names the page, their number, and a way back to the list", () => {
    const { container } = show([paper()]);
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Saved papers");
    expect(container.querySelector("main")?.getAttribute("aria-labelledby")).toBe("period");
    expect(container.querySelector(".summary")?.textContent).toContain("1 paper");
    expect(screen.getByRole("link", { name: "Back to the list" }).getAttribute("href")).toBe("#2021-08-12");
    expect(screen.getByRole("link", { name: "Saved papers" }).getAttribute("aria-current")).toBe("page");
  });

  test("say of which day they are, with the rank if the digest is still known", () => {
    const { container } = show([paper(), gone]);
    expect([...container.querySelectorAll(".days")].map(({ textContent }) => textContent)).toEqual([
      "12 Aug 2021 (1st of 11)",
      "12 Aug 2021",
    ]);
  });

  test("of a digest that is gone say nothing of posts and figures", () => {
    const { container } = show([gone]);
    expect(container.querySelector(".doors")?.textContent).not.toContain("tweets");
    expect(container.querySelector(".figure, .bars")).toBeNull();
    expect(screen.getByRole("button", { name: "Save: A Paper About Something" })).toBeTruthy();
  });

  test("are narrowed and ordered where they are, and their number says of how many", () => {
    const other = paper({ id: "2108.00002" as PaperId, title: "Strings", categories: ["hep-th"], place: 2 });
    const { actions } = show([paper(), other], {}, { ...ALL_SAVED, text: "strings" });
    expect(document.querySelector(".summary output")?.textContent).toBe("1 of 2 papers");
    expect([...document.querySelectorAll("[data-hot-paper] h3")].map((each) => each.textContent)).toEqual([
      "Strings",
    ]);
    fireEvent.change(screen.getByLabelText("Order"), { target: { value: "published" } });
    expect(actions.setSaved).toHaveBeenLastCalledWith({ order: "published" });
    fireEvent.click(screen.getByRole("button", { name: "Search" }));
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "x" } });
    expect(actions.setSaved).toHaveBeenLastCalledWith({ text: "x" });
    fireEvent.click(screen.getByRole("button", { name: "Filters" }));
    fireEvent.click(screen.getByRole("button", { name: /^hep-th \(/u }));
    expect(actions.setSaved).toHaveBeenLastCalledWith({ categories: ["hep-th"] });
  });

  test("that a search leaves out come back by a press", () => {
    const { actions } = show([paper()], {}, { ...ALL_SAVED, text: "elsewhere" });
    fireEvent.click(screen.getByRole("button", { name: "Show all papers" }));
    expect(actions.setSaved).toHaveBeenCalledExactlyOnceWith({ text: "", categories: [] });
  });

  test("that were read and are on show go with one press, which undo takes back", () => {
    const read = paper({ id: "2108.00002" as PaperId, title: "Strings", place: 2 });
    const { marking } = show([paper(), read], {}, ALL_SAVED, [read.id]);
    fireEvent.click(screen.getByRole("button", { name: "Remove all read (1)" }));
    expect(marking.onUnsave).toHaveBeenCalledExactlyOnceWith([facts({ id: read.id })]);
  });

  test("none of which were read have nothing to remove", () => {
    show([paper()]);
    expect(screen.queryByRole("button", { name: /Remove all read/u })).toBeNull();
  });

  test("none say how to save one, and offer no export", () => {
    show([]);
    expect(document.body.textContent).toContain("No paper is saved yet.");
    expect(screen.queryByRole("button", { name: "Export" })).toBeNull();
  });

  test("lead to where they are brought to another browser", () => {
    show([paper()]);
    const link = screen.getByRole("link", { name: "Bring saved and read papers to another browser" });
    expect(link.getAttribute("href")).toBe("options.html#marks");
  });

  test("that are still being read show neither", () => {
    const { container } = show(undefined);
    expect(container.querySelector(".skeleton")).not.toBeNull();
    expect(document.body.textContent).not.toContain("No paper is saved yet.");
  });

  test("are one press away from every list", () => {
    render(
      <Popup
        state={hotListState(dayView())}
        actions={hotListActions()}
        optionsUrl="options.html"
        archiveUrl="archive.html"
      />,
    );
    const link = screen.getByRole("link", { name: "Saved papers" });
    expect(link.getAttribute("href")).toBe("#saved");
    expect(link.getAttribute("aria-current")).toBeNull();
  });
});
