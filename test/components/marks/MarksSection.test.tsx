import { fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { MarksSection } from "../../../components/marks/MarksSection.tsx";
import type { Mark } from "../../../lib/marks/marks.ts";
import type { MarksData, MarksOutcome } from "../../../components/marks/marks-data.ts";
import { manyFacts } from "../../marks/made.ts";

const marks = new Map(
  manyFacts(3).map((paper, i) => [
    paper.id,
    (i === 0 ? { saved: 1, read: 2, paper } : { read: 2 }) satisfies Mark,
  ]),
);

function show(data: MarksData = { marks }) {
  const props = {
    onSaveFile: vi.fn<() => void>(),
    onReadFile: vi.fn<(file: File) => void>(),
    onDelete: vi.fn<() => void>(),
  };
  render(<MarksSection data={data} {...props} />);
  return props;
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("says how many there are, and that they stay here", () => {
  show();
  expect(document.body.textContent).toContain("1 saved, 3 read");
  expect(document.body.textContent).toContain("stay in this browser");
});

test("nothing to save or to delete can't be pressed, but a file can come in", () => {
  const { onSaveFile, onReadFile } = show({ marks: new Map() });
  press("Save to a file");
  expect(onSaveFile).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Delete all marks" }).getAttribute("aria-disabled")).toBe("true");
  const file = new File(["{}"], "marks.json");
  fireEvent.change(screen.getByLabelText("Add from a file"), { target: { files: [file] } });
  expect(onReadFile).toHaveBeenCalledExactlyOnceWith(file);
});

test("deletes only after a question that says what is lost", () => {
  const { onDelete } = show();
  press("Delete all marks");
  expect(onDelete).not.toHaveBeenCalled();
  const dialog = screen.getByRole("dialog");
  expect(dialog.textContent).toContain("cannot undo this");
  press("Delete them");
  expect(onDelete).toHaveBeenCalledOnce();
});

describe("what came of a press is said in a live region", () => {
  const counts = { ok: true, saved: 2, read: 1, known: 4, unreadable: 0 } as const;
  test.each<[MarksOutcome, string]>([
    [{ kind: "imported", name: "m.json", report: counts }, "m.json: 2 saved, 1 read added, 4 there already."],
    [
      { kind: "imported", name: "m.json", report: { ...counts, unreadable: 1 } },
      "m.json: 2 saved, 1 read added, 4 there already. 1 mark could not be read and was left out.",
    ],
    [
      { kind: "refused", name: "m.json", problem: "notJson" },
      "m.json was cut short or is not a file of marks. Nothing was changed.",
    ],
    [
      { kind: "refused", name: "m.json", problem: "newerVersion" },
      "m.json was written by a newer Hot Papers than this one. Nothing was changed.",
    ],
    [{ kind: "refused", name: "a.png", problem: "binary" }, "a.png is not a text file. Nothing was changed."],
    [{ kind: "deleted" }, "All marks are deleted."],
    [{ kind: "failed", error: "no room." }, "That did not work, and nothing was changed: no room."],
  ])("%j", (outcome, words) => {
    show({ marks, outcome });
    expect(screen.getByRole("status").textContent).toBe(words);
  });
});
