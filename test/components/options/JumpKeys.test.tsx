import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { JumpKeys } from "../../../components/options/JumpKeys.tsx";

const shown = () => {
  const onChange = vi.fn<(keys: { next: string; previous: string }) => void>();
  render(<JumpKeys keys={{ next: "j", previous: "" }} onChange={onChange} />);
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
  expect(onChange).toHaveBeenLastCalledWith({ next: "j", previous: "h" });
});

test("Backspace switches a key off", () => {
  const { onChange, next } = shown();
  fireEvent.keyDown(next, { key: "Backspace" });
  expect(onChange).toHaveBeenLastCalledWith({ next: "", previous: "" });
});

test("keys that move the focus or belong to the browser stay what they are", () => {
  const { onChange, next } = shown();
  for (const event of [{ key: "Tab" }, { key: "Escape" }, { key: "Shift" }, { key: "k", ctrlKey: true }])
    fireEvent.keyDown(next, event);
  expect(onChange).not.toHaveBeenCalled();
});

test("shows nothing until the keys are known", () => {
  const { container } = render(<JumpKeys keys={undefined} onChange={() => undefined} />);
  expect(container.textContent).toBe("");
});
