import { isDrawing } from "../../../components/hot-list/PaperSlice.tsx";
import { render, screen } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { HotList } from "../../../components/hot-list/HotList.tsx";
import { NO_FILTERS } from "../../../lib/hot-list/filters.ts";
import { shownList } from "../../../lib/hot-list/shown-list.ts";
import { digest, entry, papers } from "../../hot-list/made.ts";

const show = (some = papers(3), change: Partial<Parameters<typeof HotList>[0]> = {}) => {
  const list = shownList({ span: "day", date: "2021-08-12" }, [digest("2021-08-12", some)], "rank");
  const onClearFilters = vi.fn();
  const onDrawn = vi.fn();
  const onClearKeywords = vi.fn();
  const props = {
    list,
    papers: list.papers,
    optionsUrl: "options.html",
    onDrawn,
    keywords: NO_FILTERS,
    onClearKeywords,
    onClearFilters,
    ...change,
  };
  const rendered = render(<HotList {...props} />);
  /** Shows other papers in the same place. */
  const again = (others: typeof some) => {
    const next = shownList({ span: "day", date: "2021-08-12" }, [digest("2021-08-12", others)], "rank");
    rendered.rerender(<HotList {...props} list={next} papers={next.papers} />);
  };
  return { ...rendered, onClearFilters, onClearKeywords, onDrawn, again };
};
const ids = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>("ol > li[data-hot-paper]")].map(
    (item) => item.dataset["hotPaper"],
  );

test.each([1, 30, 120])("%i papers are items of one ordered list, in order of rank", async (count) => {
  const { container } = show(papers(count));
  await vi.waitFor(() => expect(ids(container)).toEqual(papers(count).map(({ id }) => id)));
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
  expect(screen.getByText(/The extension comes without abstracts/u)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Import digest files" }).getAttribute("href")).toBe("options.html");
});

test("a day with words says nothing of that", () => {
  show([entry({ abstract: "We." })]);
  expect(screen.queryByText(/are not part of the extension/u)).toBeNull();
});

test("a list that filters leave nothing of says so, and can be shown whole again", () => {
  const { onClearFilters, container } = show(papers(3), { papers: [] });
  expect(container.textContent).toContain("No paper in this list matches your search and filters.");
  screen.getByRole("button", { name: "Show all papers" }).click();
  expect(onClearFilters).toHaveBeenCalledOnce();
});

test("keywords that leave nothing of a list are named, and can be cleared by themselves", () => {
  const keywords = { include: ["diffusion", "score matching"], exclude: ["survey"] };
  const { container, onClearFilters, onClearKeywords } = show(papers(3), { papers: [], keywords });
  expect(container.textContent).toContain(
    "Your keyword filter only shows papers with “diffusion” or “score matching”.",
  );
  expect(container.textContent).toContain("Your keyword filter hides papers with “survey”.");
  screen.getByRole("button", { name: "Clear the keyword filter" }).click();
  expect(onClearKeywords).toHaveBeenCalledOnce();
  expect(onClearFilters).not.toHaveBeenCalled();
});

test("no keyword filter is named if there is none", () => {
  show(papers(3), { papers: [] });
  expect(screen.queryByText(/keyword filter/u)).toBeNull();
});

test("on this day may have no digest in any year", () => {
  show([], { list: shownList({ span: "onThisDay", date: "2021-02-29" }, [], "rank"), papers: [] });
  expect(screen.getByText(/There is no digest for .* of every year\./u)).toBeTruthy();
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

describe("a long list", () => {
  /** Stands in for the browser's own: a test says what comes near (the first that is made) and what goes far (the second). */
  const watchers: ((element: Element, isIntersecting: boolean) => void)[] = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        watchers.push((target, isIntersecting) => tell([{ target, isIntersecting }]));
      }
      observe() {}
      unobserve() {}
    },
  );
  const room = (container: Element) => container.querySelectorAll("ol > li.later");
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const comeNear = async (element: Element | undefined) => {
    if (element) for (const tell of watchers) tell(element, true);
    await frame();
    await frame();
  };
  const goFar = async (...elements: (Element | undefined)[]) => {
    for (const element of elements) if (element) for (const tell of watchers) tell(element, false);
    await frame();
  };

  test("has its first papers at once, and room for the others until the reader comes near", async () => {
    const { container, onDrawn } = show(papers(500));
    expect(ids(container)).toHaveLength(5);
    expect(room(container)).toHaveLength(99);
    expect(onDrawn).toHaveBeenCalledOnce();
    const first = container.querySelector("li");
    expect(isDrawing(container), "papers that would be seen are still to come").toBe(true);
    const below = vi
      .spyOn(HTMLElement.prototype, "getBoundingClientRect")
      .mockReturnValue(new DOMRect(0, 9000));
    expect(isDrawing(container), "those below the window nobody waits for").toBe(false);
    below.mockRestore();
    await comeNear(room(container)[1]);
    expect(ids(container)).toEqual([...papers(5), ...papers(15).slice(10)].map(({ id }) => id));
    expect(onDrawn).toHaveBeenCalledTimes(2);
    expect(container.querySelector("li")).toBe(first);
    await comeNear(room(container)[97]);
    expect(ids(container).slice(10)).toEqual(
      papers(500)
        .slice(495)
        .map(({ id }) => id),
    );
  });

  test("drops papers that are far from what is in sight, and leaves their room", async () => {
    const { container } = show(papers(500));
    await comeNear(room(container)[0]);
    const items = container.querySelectorAll("li");
    await goFar(items[5]);
    expect(ids(container)).toHaveLength(10);
    await goFar(items[9]);
    expect(ids(container)).toEqual(papers(5).map(({ id }) => id));
    expect(room(container)).toHaveLength(99);
    await goFar(items[0], items[4]);
    expect(ids(container)).toHaveLength(5);
  });

  test("keeps papers with the focus, and those with something open", async () => {
    const { container } = show(papers(500));
    for (const each of [...room(container)].slice(0, 2)) await comeNear(each);
    const items = container.querySelectorAll("li");
    items[7]?.querySelector("a")?.focus();
    const open = items[12]?.querySelector("button");
    open?.setAttribute("aria-expanded", "true");
    await goFar(items[5], items[9], items[10], items[14]);
    expect(ids(container)).toHaveLength(15);
  });

  test("room is nothing for screen readers", () => {
    const { container } = show(papers(500));
    expect(room(container)[0]?.getAttribute("aria-hidden")).toBe("true");
  });

  test("with other papers begins anew, with the same ones stays as it was", async () => {
    const { container, again } = show(papers(500));
    await comeNear(room(container)[0]);
    expect(ids(container)).toHaveLength(10);
    again(papers(500));
    expect(ids(container)).toHaveLength(10);
    again(papers(501).slice(1));
    expect(ids(container)).toHaveLength(5);
  });

  test("is whole on paper, at once when the browser is about to print, and sparing again after", async () => {
    const { container, onDrawn } = show(papers(405));
    await frame();
    dispatchEvent(new Event("beforeprint")); // the browser looks at the page when this is over
    expect(ids(container)).toEqual(papers(405).map(({ id }) => id));
    expect(room(container)).toHaveLength(0);
    dispatchEvent(new Event("afterprint"));
    await vi.waitFor(() => expect(ids(container)).toHaveLength(5));
    expect(onDrawn, "words are not read for paper").toHaveBeenCalledOnce();
    await comeNear(room(container)[0]);
    expect(ids(container)).toHaveLength(10);
  });
});
