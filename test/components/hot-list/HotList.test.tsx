import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";
import { HotList } from "../../../components/hot-list/HotList.tsx";
import { shownDay } from "../../../lib/hot-list/shown-day.ts";
import { digest, entry, papers } from "../../hot-list/made.ts";

const show = (some = papers(3)) =>
  render(<HotList day={shownDay(digest("2021-08-12", some))} optionsUrl="options.html" />);
const ids = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>("ol > li[data-hot-paper]")].map(
    (item) => item.dataset["hotPaper"],
  );

test.each([1, 30])("%i papers are items of one ordered list, in order of rank", (count) => {
  const { container } = show(papers(count));
  expect(ids(container)).toEqual(papers(count).map(({ id }) => id));
  expect(container.querySelectorAll("[data-hot-paper]")).toHaveLength(count);
});

test("the first three ranks stand out", () => {
  const { container } = show(papers(5));
  expect([...container.querySelectorAll(".rank.lead")].map((rank) => rank.textContent)).toEqual([
    "1",
    "2",
    "3",
  ]);
});

test("an empty digest says so with its day, and shows no list", () => {
  const { container } = show([]);
  expect(container.textContent).toBe("No paper made the digest of 12 August 2021.");
});

test("a day of which only facts are known says what is missing and where it can be got", () => {
  show();
  expect(screen.getByText(/Abstracts and what tweets say are not part/u)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Import digest files" }).getAttribute("href")).toBe("options.html");
});

test("a day with words says nothing of that", () => {
  show([entry({ abstract: "We." })]);
  expect(screen.queryByText(/are not part of the extension/u)).toBeNull();
});
