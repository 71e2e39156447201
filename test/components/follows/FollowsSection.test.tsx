import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { FollowsSection } from "../../../components/follows/FollowsSection.tsx";
import type { Follows } from "../../../lib/follows/follow.ts";
import { author, category, words } from "../../follows/made.ts";

function show(follows: Follows = []) {
  const actions = { onFollow: vi.fn(), onUnfollow: vi.fn() };
  return { ...render(<FollowsSection follows={follows} {...actions} />), ...actions };
}
const field = () => screen.getByRole<HTMLInputElement>("textbox");
function add(typed: string) {
  fireEvent.input(field(), { target: { value: typed } });
  fireEvent.submit(field().form as HTMLFormElement);
}
const choose = (kind: string) => fireEvent.change(screen.getByRole("combobox"), { target: { value: kind } });

test("follows what is typed, several at once, and is ready for the next", () => {
  const { onFollow } = show();
  add('"graph neural", -survey, cs.cv');
  expect(onFollow.mock.calls).toEqual([[[words('"graph neural"'), words("-survey"), category("cs.CV")]]]);
  expect(field().value).toBe("");
});

test("an author is one if it is said", () => {
  const { onFollow } = show();
  choose("author");
  expect(screen.getByRole("textbox", { name: "Author" })).toBe(field());
  add("Y. LeCun");
  expect(onFollow).toHaveBeenCalledExactlyOnceWith([author("Y. LeCun")]);
});

test("says what cannot be followed, and leaves it in the field", () => {
  const { onFollow } = show();
  choose("category");
  add("cs.LG, cz.XX");
  expect(onFollow).toHaveBeenCalledExactlyOnceWith([category("cs.LG")]);
  expect(screen.getByRole("status").textContent).toBe("This cannot be followed: cz.XX");
  expect(field().value).toBe("cz.XX");
});

test("nothing typed does nothing", () => {
  const { onFollow } = show();
  add("  ");
  expect(onFollow).not.toHaveBeenCalled();
});

test("each follow is on show with a button to end it", () => {
  const { onUnfollow } = show([words("-survey"), author("Ada One")]);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "-survey Words Unfollow",
    "Ada One Author Unfollow",
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Unfollow Ada One" }));
  expect(onUnfollow).toHaveBeenCalledExactlyOnceWith(author("Ada One"));
});

test("an empty list says so", () => {
  show();
  expect(document.body.textContent).toContain("You follow nothing yet.");
});
