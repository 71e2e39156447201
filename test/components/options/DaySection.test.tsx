import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { DaySection } from "../../../components/options/DaySection.tsx";

const chooser = () => screen.getByLabelText<HTMLSelectElement>("Day changes at");

test("offers arXiv's own day and the 24 hours of the clock, and shows the one in force", () => {
  render(<DaySection dayChange={{ hour: 0 }} onChange={vi.fn()} />);
  const words = [...chooser().options].map(({ text }) => text);
  expect(words).toHaveLength(25);
  expect(words.slice(0, 2)).toEqual(["At midnight, as calendars do", "00:00"]);
  expect(words.at(-1)).toBe("23:00");
  expect(chooser().selectedOptions[0]?.text).toBe("00:00");
});

test("tells the hour that was chosen, or that none is", () => {
  const onChange = vi.fn<(hour: number | undefined) => void>();
  render(<DaySection dayChange={{ hour: undefined }} onChange={onChange} />);
  fireEvent.change(chooser(), { target: { value: "8" } });
  fireEvent.change(chooser(), { target: { value: "calendar" } });
  expect(onChange.mock.calls).toEqual([[8], [undefined]]);
});

test("cannot be chosen before it is known", () => {
  render(<DaySection dayChange={undefined} onChange={vi.fn()} />);
  expect(chooser().disabled).toBe(true);
});
