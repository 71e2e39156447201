import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import type { JumpKeySettings } from "../../../lib/settings/jump-keys.ts";
import { JumpKeys } from "../../../components/options/JumpKeys.tsx";

const MARKING = { save: "s", read: "r" };
const shown = (keys = { next: "j", previous: "" }) => {
  const onChange = vi.fn<(keys: JumpKeySettings) => void>();
  render(<JumpKeys keys={{ ...keys, ...MARKING }} onChange={onChange} />);
  return {
    onChange,
    next: screen.getByLabelText<HTMLInputElement>("Next hot paper"),
    previous: screen.getByLabelText("Previous hot paper"),
  };
};

test("shows the keys in force, and says of one that it is off", () => {
  const { next, previous } = shown();
  expect([next.value, previous.getAttribute("placeholder")]).toEqual(["j", "off"]);
});

test("the key that is pressed in a field is the new one", () => {
  const { onChange, previous } = shown();
  fireEvent.keyDown(previous, { key: "h" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "h", ...MARKING });
});

test("a key of a layout of another script, or with Caps Lock, is the Latin letter on it", () => {
  const { onChange, previous } = shown();
  fireEvent.keyDown(previous, { key: "р", code: "KeyH" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "h", ...MARKING });
  fireEvent.keyDown(previous, { key: "N", code: "KeyN" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "n", ...MARKING });
});

test("Backspace switches a key off", () => {
  const { onChange, next } = shown();
  fireEvent.keyDown(next, { key: "Backspace" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "", previous: "", ...MARKING });
});

test("keys that move the focus or belong to the browser stay what they are", () => {
  const { onChange, next } = shown();
  const keys = ["Tab", "Escape", "Shift", "CapsLock", "NumLock", "F5", "ContextMenu", "Unidentified"];
  for (const event of [...keys.map((key) => ({ key })), { key: "k", ctrlKey: true }])
    fireEvent.keyDown(next, event);
  expect(onChange).not.toHaveBeenCalled();
});

test("the key of the other field is refused as taken, because it cannot lead both ways", () => {
  const { onChange, previous } = shown();
  expect(screen.getByRole("status").textContent).toBe("");
  fireEvent.keyDown(previous, { key: "j" });
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole("status").textContent).toBe("j is already another of these keys.");
  fireEvent.keyDown(previous, { key: "k" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "k", ...MARKING });
  expect(screen.getByRole("status").textContent).toBe("");
});

test("both can be off", () => {
  const { onChange, next } = shown();
  fireEvent.keyDown(next, { key: "Delete" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "", previous: "", ...MARKING });
});

test("the space bar is shown by its name, not as a blank", () => {
  const { next } = shown({ next: " ", previous: "k" });
  expect(next.value).toBe("Space");
});

test("shows nothing until the keys are known", () => {
  const { container } = render(<JumpKeys keys={undefined} onChange={() => undefined} />);
  expect(container.textContent).toBe("");
});

test("a key that marks a paper is chosen like the others, and one key cannot do two things", () => {
  const { onChange } = shown();
  const save = screen.getByLabelText<HTMLInputElement>("Save it");
  expect(save.value).toBe("s");
  fireEvent.keyDown(save, { key: "j" });
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole("status").textContent).toBe("j is already another of these keys.");
  fireEvent.keyDown(save, { key: "m" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "", save: "m", read: "r" });
});
