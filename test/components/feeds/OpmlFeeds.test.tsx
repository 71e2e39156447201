import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { OpmlFeeds } from "../../../components/feeds/OpmlFeeds.tsx";
import type { OpmlActions, OpmlModel } from "../../../components/feeds/opml-model.ts";

function show(model: OpmlModel) {
  const actions = {
    onFile: vi.fn(),
    onCheckAll: vi.fn(),
    onSave: vi.fn(),
    onCancel: vi.fn(),
  } satisfies OpmlActions;
  render(<OpmlFeeds model={model} {...actions} />);
  return actions;
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const said = () => document.querySelector("[aria-live]")?.textContent;

test("a file is chosen, and the reader's own feeds are saved", () => {
  const actions = show({ kind: "idle" });
  const file = new File(["<opml/>"], "feeds.opml");
  fireEvent.change(screen.getByLabelText("Choose a file"), { target: { files: [file] } });
  expect(actions.onFile).toHaveBeenCalledExactlyOnceWith(file);
  press("Save my feeds");
  expect(actions.onSave).toHaveBeenCalledOnce();
  expect(said()).toBe("");
});

test("what a file has is said, with what happens to it, before anything is asked", () => {
  const feeds = [{ title: "One", address: "https://one.example/rss" }];
  const actions = show({ kind: "read", feeds, left: 2 });
  expect(said()).toContain(
    "1 feed is in the file. 2 more are left out: we cannot ask their addresses, or there are too many. " +
      "We ask each of them what it has. Those with digests, or with one paper per item, are added.",
  );
  press("Check and add");
  expect(actions.onCheckAll).toHaveBeenCalledOnce();
  press("Cancel");
  expect(actions.onCancel).toHaveBeenCalledOnce();
});

test("a file without feeds has nothing to check", () => {
  show({ kind: "read", feeds: [], left: 0 });
  expect(screen.queryByRole("button", { name: "Check and add" })).toBeNull();
});

test("how far it is can be seen, and ended", () => {
  const actions = show({ kind: "asking", done: 3, of: 12 });
  expect(said()).toContain("3 of 12 feeds are checked");
  press("Cancel");
  expect(actions.onCancel).toHaveBeenCalledOnce();
});

test("in the end it says what was added, what was there, and why the others were not", () => {
  show({
    kind: "asked",
    added: ["One", "Two"],
    known: ["Three"],
    refused: [{ title: "Four", why: "There is nothing." }],
  });
  expect(said()).toContain("Added: One and Two. You already had: Three.");
  expect(said()).toContain("1 feed was not added");
  expect(said()).toContain("Four There is nothing.");
});

test("what cannot be done is said", () => {
  show({ kind: "failed", why: "This file is not a list of feeds." });
  expect(said()).toContain("This file is not a list of feeds.");
});
