import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import type { OwnDataReport } from "../../../components/options/add-own-data.ts";
import { OwnDataFile } from "../../../components/options/OwnDataFile.tsx";
import type { OwnDataModel } from "../../../components/options/own-data-model.ts";

const found = {
  data: {
    days: 3,
    unreadable: 0,
    feeds: [
      { address: "https://one.example/a", title: "One", on: true },
      { address: "https://two.example/", title: "Two", on: false },
    ],
    feedsLeft: 0,
    saved: 1,
    read: 1200,
    follows: [],
    settings: { live: false },
  },
  addresses: ["https://one.example/a"],
};

function show(model: OwnDataModel) {
  const actions = { onFile: vi.fn(), onAdd: vi.fn(), onCancel: vi.fn() };
  const { container, rerender } = render(<OwnDataFile model={model} {...actions} />);
  const again = (next: OwnDataModel) => rerender(<OwnDataFile model={next} {...actions} />);
  const said = () => container.querySelector("[aria-live]")?.textContent;
  return { container, actions, again, said };
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const added = (report: Partial<OwnDataReport>): OwnDataModel => ({
  kind: "added",
  name: "mine.json",
  report: { problems: [], failures: [], ...report },
});

test("takes a file from the system's dialog, and the same one again", () => {
  const { actions } = show({ kind: "idle" });
  const field = screen.getByLabelText<HTMLInputElement>("Bring my data from a file");
  const file = new File(["{}"], "mine.json");
  Object.defineProperty(field, "files", { value: [file] });
  fireEvent.change(field);
  expect(actions.onFile).toHaveBeenCalledExactlyOnceWith(file);
  expect(field.value).toBe("");
});

test("asks with what is in the file, what becomes of what is here, and who is asked from then on", () => {
  const { container, actions } = show({ kind: "found", name: "mine.json", found });
  const dialog = container.querySelector("dialog") as HTMLDialogElement;
  expect(dialog.open).toBe(true);
  expect(dialog.querySelector("h3")?.textContent).toBe("Add what is in mine.json?");
  expect(dialog.querySelector("p")?.textContent).toBe(
    "It has 3 digests, 2 feeds, 1 saved paper, 1,200 read papers, and settings. Nothing that you have here is removed. " +
      "Settings in the file replace those here. From then on, Hot Papers asks one.example for new digests.",
  );
  expect(dialog.querySelector("button")?.textContent).toBe("Cancel");
  press("Add all of it");
  expect(dialog.open).toBe(false);
  expect(actions.onAdd).toHaveBeenCalledOnce();
  expect(actions.onCancel).not.toHaveBeenCalled();
});

test("says nothing of settings and hosts that the file has not", () => {
  const { settings: _, ...data } = { ...found.data, feeds: [], saved: 0, read: 0, days: 1 };
  const { container } = show({ kind: "found", name: "part-2.json", found: { data, addresses: [] } });
  expect(container.querySelector("dialog p")?.textContent).toBe(
    "It has 1 digest. Nothing that you have here is removed.",
  );
});

test.each(["a press", "Escape"])("is left by %s, and nothing is added", (how) => {
  const { container, actions } = show({ kind: "found", name: "mine.json", found });
  const dialog = container.querySelector("dialog") as HTMLDialogElement;
  if (how === "Escape") fireEvent(dialog, new Event("cancel", { cancelable: true }));
  else press("Cancel");
  expect(dialog.open).toBe(false);
  expect(actions.onCancel).toHaveBeenCalledOnce();
  expect(actions.onAdd).not.toHaveBeenCalled();
});

test("says in its live region how far it is and what came of it", () => {
  const { again, said } = show({ kind: "idle" });
  expect(said()).toBe("");
  again({ kind: "reading", name: "mine.json" });
  expect(said()).toBe("Reading mine.json…");
  again({ kind: "adding", name: "mine.json" });
  expect(said()).toBe("Adding what is in mine.json…");
  again(
    added({
      digests: { added: 3, there: 1 },
      feeds: { added: 1, there: 0, left: 1 },
      marks: { saved: 1, read: 2, there: 3, unreadable: 1 },
      settings: true,
    }),
  );
  expect(said()).toBe(
    "3 digests added, 1 there already." +
      "1 feed added, 0 there already. 1 feed was left out, because its address is not https." +
      "1 saved paper and 2 read papers added, 3 there already. 1 mark could not be read and was left out." +
      "The settings are now those in the file.",
  );
});

test("says what was there whole already, and what went wrong", () => {
  const { said } = show(
    added({
      marks: { saved: 0, read: 0, there: 3, unreadable: 0 },
      problems: ["This digest is of a newer version."],
      failures: ["The disk is full."],
    }),
  );
  expect(said()).toBe(
    "0 saved papers added, 3 there already." +
      "This digest is of a newer version." +
      "This could not be added: The disk is full.",
  );
});

test.each([
  ["cut", "mine.json was cut short or is not a file of your data. Nothing was changed."],
  ["notData", "mine.json is not a file that “Save my data to a file” made. Nothing was changed."],
  ["newerVersion", "mine.json was written by a newer Hot Papers than this one. Nothing was changed."],
  ["empty", "mine.json has nothing that can be added. Nothing was changed."],
  ["tooLarge", "mine.json is too large to be a file of your data. Nothing was changed."],
  ["binary", "mine.json is not a text file. Nothing was changed."],
  ["unreadable", "mine.json could not be opened. Nothing was changed."],
] as const)("tells of a file that is refused as %s", (problem, words) => {
  const { said } = show({ kind: "refused", name: "mine.json", problem });
  expect(said()).toBe(words);
});

test("tells what failed", () => {
  expect(show({ kind: "failed", why: "Nobody answers." }).said()).toBe(
    "This could not be added: Nobody answers.",
  );
});
