import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { PaperItem } from "../../../components/hot-list/PaperItem.tsx";
import { UndoNotice } from "../../../components/marks/UndoNotice.tsx";
import type { Mark, MarkedPaper } from "../../../lib/marks/marks.ts";
import type { Marking, MarkingModel } from "../../../lib/marks/marking.ts";
import { facts } from "../../marks/made.ts";
import { paper } from "../made.ts";

const shown = paper();
const asMarked: MarkedPaper = {
  id: shown.id,
  title: shown.title,
  authors: shown.authors,
  categories: shown.categories,
  date: "2021-08-12",
};

const marking = (mark?: Mark): Marking => ({
  marks: new Map(mark && [[shown.id, mark]]),
  onMark: vi.fn<Marking["onMark"]>(),
  onNote: vi.fn<Marking["onNote"]>(),
  onUnsave: vi.fn<Marking["onUnsave"]>(),
  onOpen: vi.fn<Marking["onOpen"]>(),
});
function show(mark?: Mark) {
  const props = marking(mark);
  render(<PaperItem paper={shown} marking={props} />);
  return props;
}
const button = (name: string) => screen.getByRole("button", { name });

describe("the note of a paper", () => {
  test("can only be written on a saved paper", () => {
    show({ read: 1 });
    expect(screen.queryByRole("button", { name: /note/u })).toBeNull();
  });

  test("is written in a field with the focus, kept by Enter, and the focus returns to its button", async () => {
    const { onNote } = show({ saved: 1, paper: asMarked });
    fireEvent.click(button("Add a note: A Paper About Something"));
    const field = await screen.findByRole("textbox", { name: "Note: A Paper About Something" });
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.input(field, { target: { value: "for the seminar" } });
    fireEvent.submit(field.closest("form") ?? field);
    expect(onNote).toHaveBeenCalledExactlyOnceWith(asMarked, "for the seminar");
    await waitFor(() => expect(document.activeElement).toBe(button("Add a note: A Paper About Something")));
  });

  test("is in the list with a way to change it, which Escape leaves without a change", async () => {
    const { onNote } = show({ saved: 1, paper: asMarked, note: "for the seminar" });
    expect(screen.getByText("for the seminar").dir).toBe("auto");
    fireEvent.click(button("Edit the note: A Paper About Something"));
    const field = await screen.findByRole("textbox");
    expect((field as HTMLInputElement).value).toBe("for the seminar");
    fireEvent.keyDown(field, { key: "Escape" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(onNote).not.toHaveBeenCalled();
  });
});

describe("the marks of a paper", () => {
  test("are buttons that say of which paper, and that nothing is marked", () => {
    show();
    for (const name of ["Read: A Paper About Something", "Save: A Paper About Something"])
      expect(button(name).getAttribute("aria-pressed")).toBe("false");
    expect(button("Save: A Paper About Something").title).toBe("Save");
    expect(screen.getByRole("listitem").className).toBe("paper");
  });

  test("a press saves, with the facts that the saved list needs", () => {
    const { onMark } = show();
    fireEvent.click(button("Save: A Paper About Something"));
    expect(onMark).toHaveBeenCalledExactlyOnceWith(asMarked, "saved", true);
  });

  test("that are set are pressed, keep their names, and a press takes them away", () => {
    const { onMark } = show({ saved: 1, read: 2, paper: asMarked });
    expect(button("Save: A Paper About Something").getAttribute("aria-pressed")).toBe("true");
    expect(button("Save: A Paper About Something").title).toBe("Remove from saved");
    expect(button("Read: A Paper About Something").title).toBe("Mark as unread");
    fireEvent.click(button("Read: A Paper About Something"));
    expect(onMark).toHaveBeenCalledExactlyOnceWith(asMarked, "read", false);
    expect(screen.getByRole("listitem").className).toBe("paper read");
  });

  test("are not there before marks have been read", () => {
    render(<PaperItem paper={shown} />);
    expect(screen.queryByRole("button", { name: /^(?:Read|Save):/u })).toBeNull();
  });
});

describe("opening a paper", () => {
  beforeEach(() => {
    const stay = (event: Event) => event.preventDefault(); // arXiv is not opened here
    document.addEventListener("click", stay);
    return () => document.removeEventListener("click", stay);
  });

  test.each(["A Paper About Something", "abs: A Paper About Something", "pdf: A Paper About Something"])(
    "by %s marks it as read",
    (name) => {
      const { onOpen } = show();
      fireEvent.click(screen.getByRole("link", { name }));
      expect(onOpen).toHaveBeenCalledExactlyOnceWith(asMarked);
    },
  );

  test("in the background with the middle button does so too, the menu of the right one does not", () => {
    const { onOpen } = show();
    const link = screen.getByRole("link", { name: "A Paper About Something" });
    fireEvent(link, new MouseEvent("auxclick", { button: 2, bubbles: true }));
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent(link, new MouseEvent("auxclick", { button: 1, bubbles: true }));
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

describe("undo", () => {
  const model = (change: Partial<MarkingModel> = {}): MarkingModel => ({
    ...marking(),
    onUndo: vi.fn<() => void>(),
    ...change,
  });

  test("is a live region that is there before it has anything to say", () => {
    const { rerender } = render(<UndoNotice marking={undefined} />);
    const region = screen.getByRole("status");
    expect(region.textContent).toBe("");
    rerender(
      <UndoNotice marking={model({ last: { paper: facts(), kind: "saved", on: true, papers: 1 } })} />,
    );
    expect(screen.getByRole("status")).toBe(region);
    expect(region.textContent).toBe("Saved (press u to undo)");
  });

  test.each([
    ["saved", true, "Saved"],
    ["saved", false, "Removed from saved"],
    ["read", true, "Marked as read"],
    ["read", false, "Marked as unread"],
  ] as const)("%s %s is said as: %s", (kind, on, words) => {
    render(<UndoNotice marking={model({ last: { paper: facts(), kind, on, papers: 1 } })} />);
    expect(screen.getByRole("status").textContent).toBe(`${words} (press u to undo)`);
  });

  test.each([
    [{ on: true, note: "mine" }, "Note saved"],
    [{ on: true, note: "" }, "Note removed"],
    [{ on: false, papers: 12 }, "12 papers removed from saved"],
  ])("%j is said as: %s", (change, words) => {
    render(<UndoNotice marking={model({ last: { paper: facts(), kind: "saved", papers: 1, ...change } })} />);
    expect(screen.getByRole("status").textContent).toBe(`${words} (press u to undo)`);
  });

  test("undoes, and gives the focus back to the mark that was pressed", () => {
    const props = model({ last: { paper: asMarked, kind: "saved", on: true, papers: 1 } });
    render(
      <>
        <PaperItem paper={shown} marking={props} />
        <UndoNotice marking={props} />
      </>,
    );
    button("Undo").focus();
    fireEvent.click(button("Undo"));
    expect(props.onUndo).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button("Save: A Paper About Something"));
  });

  test("is not offered for what could not be kept: that is said instead", () => {
    render(<UndoNotice marking={model({ trouble: "no room" })} />);
    expect(screen.getByRole("status").textContent).toBe("We could not keep that mark: no room");
    expect(screen.queryByRole("button")).toBeNull();
  });
});
