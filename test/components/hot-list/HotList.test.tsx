import { render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { HotList } from "../../../components/hot-list/HotList.tsx";
import { shownList } from "../../../lib/hot-list/shown-list.ts";
import { digest, entry, papers } from "../../hot-list/made.ts";

const show = (some = papers(3), change: Partial<Parameters<typeof HotList>[0]> = {}) => {
  const list = shownList({ span: "day", date: "2021-08-12" }, [digest("2021-08-12", some)], "rank");
  const onClearFilters = vi.fn();
  const props = { list, papers: list.papers, optionsUrl: "options.html", onClearFilters, ...change };
  return { ...render(<HotList {...props} />), onClearFilters };
};
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

test("a list that filters leave nothing of says so, and can be shown whole again", () => {
  const { onClearFilters, container } = show(papers(3), { papers: [] });
  expect(container.textContent).toContain("No paper of this list fits your search and filters.");
  screen.getByRole("button", { name: "Show all papers" }).click();
  expect(onClearFilters).toHaveBeenCalledOnce();
});

test("on this day may have no digest in any year", () => {
  show([], { list: shownList({ span: "onThisDay", date: "2021-02-29" }, [], "rank"), papers: [] });
  expect(screen.getByText(/There is no digest of .* of every year\./u)).toBeTruthy();
});

test("in a longer window each paper says of which digests it is, with links to them", () => {
  const digests = [digest("2021-08-12"), digest("2021-08-13", [entry({ rank: 4 })])];
  const list = shownList({ span: "month", date: "2021-08-12" }, digests, "rank");
  const { container } = show([], { list, papers: list.papers });
  expect(container.querySelector('[data-hot-paper="2108.00001"] .days')?.textContent).toBe(
    "13 Aug 2021 (4th of 1), 12 Aug 2021 (1st of 3)",
  );
  expect(screen.getAllByRole("link", { name: "12 Aug 2021" })[0]?.getAttribute("href")).toBe("#2021-08-12");
});

test("of a long list the first papers are there at once, and all of them soon after", async () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal("requestIdleCallback", (work: () => void) => idle.push(work));
  vi.stubGlobal("cancelIdleCallback", () => undefined);
  const { container } = show(papers(100));
  expect(ids(container)).toHaveLength(30);
  const kept = container.querySelector("li");
  await vi.waitFor(() => {
    idle.shift()?.();
    expect(ids(container)).toHaveLength(100);
  });
  expect(ids(container)).toEqual(papers(100).map(({ id }) => id));
  expect(container.querySelector("li")).toBe(kept);
  vi.unstubAllGlobals();
});
