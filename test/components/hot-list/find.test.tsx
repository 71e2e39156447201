import { fireEvent, render, screen, within } from "@testing-library/preact";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { HotList } from "../../../components/hot-list/HotList.tsx";
import { ListHead } from "../../../components/hot-list/ListHead.tsx";
import { NO_FILTERS } from "../../../lib/hot-list/filters.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import { entry, papers } from "../../hot-list/made.ts";
import { loadLaterParts, dayView, hotListActions, hotListState } from "../made.ts";

beforeAll(loadLaterParts);

const some = [
  ...papers(2),
  entry({ id: "2108.00003" as never, rank: 3, categories: ["hep-th"], title: "Strings" }),
];

function show(change: Partial<HotListState> = {}) {
  const actions = hotListActions();
  const state = hotListState(dayView(some), change);
  const { view, filtered } = state;
  const list = view.kind === "list" ? view.list : undefined;
  render(
    <main>
      <ListHead state={state} actions={actions} />
      {list && (
        <HotList
          list={list}
          papers={filtered.papers}
          optionsUrl="options.html"
          onDrawn={actions.wantFullTexts}
          keywords={NO_FILTERS}
          onClearKeywords={actions.clearFilters}
          onClearFilters={actions.clearFilters}
        />
      )}
    </main>,
  );
  return actions;
}
const press = (key: string, target: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(target, { key });
const focused = () => document.activeElement?.closest<HTMLElement>("[data-hot-paper]")?.dataset["hotPaper"];

/** They are loaded with the first press. */
async function openFilters() {
  fireEvent.click(screen.getByRole("button", { name: /^Filters/u }));
  await screen.findByLabelText("Without");
}

describe("filters", () => {
  test("chips say each category's own name and how many papers it has, and are pressed one by one", async () => {
    const actions = show();
    await openFilters();
    const panel = within(document.querySelector<HTMLElement>("#filters")!);
    const strings = panel.getByRole("button", { name: /hep-th.*High Energy Physics - Theory.*1 paper/u });
    expect(strings.getAttribute("aria-pressed")).toBe("false");
    fireEvent.click(strings);
    expect(actions.setFilters).toHaveBeenCalledExactlyOnceWith({ categories: ["hep-th"] });
  });

  test("a chosen category is pressed, counted on the button, and a press gives it up", async () => {
    const actions = show({ filters: { ...NO_FILTERS, categories: ["hep-th"] } });
    const button = screen.getByRole("button", { name: /^Filters/u });
    expect(button.textContent).toContain("1");
    await openFilters();
    fireEvent.click(screen.getByRole("button", { name: /^hep-th/u, pressed: true }));
    expect(actions.setFilters).toHaveBeenCalledExactlyOnceWith({ categories: [] });
    fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
    expect(actions.clearFilters).toHaveBeenCalledOnce();
    expect(screen.getByText(/^1 of 3 papers/u)).toBeTruthy();
  });

  test("papers of unknown categories have a chip beside the others, also after many of them", async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ category: `cs.${at}`, papers: 12 - at }));
    const filtered = { papers: [], categories: [...many, { category: "unknown", papers: 22 }] };
    const actions = show({ filtered });
    await openFilters();
    const chip = screen.getByRole("button", { name: "unknown (categories not known), 22 papers" });
    expect(chip.textContent).toBe("unknown 22");
    fireEvent.click(chip);
    expect(actions.setFilters).toHaveBeenCalledExactlyOnceWith({ categories: ["unknown"] });
  });

  test("the most frequent of many categories have chips, and chosen ones; a press shows the others", async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      category: `cs.${"ABCDEFGHIJKL"[at]}`,
      papers: 12 - at,
    }));
    show({
      filters: { ...NO_FILTERS, categories: ["cs.L"] },
      filtered: { papers: [], categories: many },
    });
    await openFilters();
    const chips = () => [...document.querySelectorAll(".chips .category")].map((chip) => chip.textContent);
    expect(chips()).toEqual([
      ...["A", "B", "C", "D", "E", "F", "G", "H", "I"].map((letter, at) => `cs.${letter} ${12 - at}`),
      "cs.L 1",
    ]);
    fireEvent.click(screen.getByRole("button", { name: "2 more" }));
    expect(chips()).toHaveLength(12);
    expect(screen.queryByRole("button", { name: /more$/u })).toBeNull();
  });

  test("keywords are separated by commas, and what is half typed stays as it was typed", async () => {
    const actions = show();
    await openFilters();
    const field = screen.getByLabelText<HTMLInputElement>("Without");
    fireEvent.input(field, { target: { value: "survey, " } });
    expect(actions.setFilters).toHaveBeenLastCalledWith({ exclude: ["survey"] });
    // The state comes back later than the next letter: the field must not go back to it.
    expect(field.value).toBe("survey, ");
    fireEvent.click(screen.getByLabelText("Hide read papers"));
    fireEvent.click(screen.getByLabelText("Only new since my last visit"));
    expect(actions.setFilters).toHaveBeenCalledWith({ hideRead: true });
    expect(actions.setFilters).toHaveBeenLastCalledWith({ newOnly: true });
  });
});

test("“Mine” is a filter as soon as something is followed", async () => {
  const following = { some: true, isFollowed: () => false, mine: new Map(), fresh: 0 };
  const actions = show({ following });
  await openFilters();
  fireEvent.click(screen.getByLabelText("Mine: what I follow"));
  expect(actions.setFilters).toHaveBeenCalledExactlyOnceWith({ mine: true });
});

describe("search", () => {
  test("opens by its key or its button, and Escape first empties the field, then leaves it", () => {
    const actions = show({ search: { text: "graph", state: "ready" } });
    press("/");
    const field = screen.getByRole<HTMLInputElement>("searchbox");
    expect(field.value).toBe("graph");
    fireEvent.input(field, { target: { value: "graphs" } });
    expect(actions.setSearch).toHaveBeenLastCalledWith("graphs");
    press("Escape", field);
    expect(actions.setSearch).toHaveBeenLastCalledWith("");
    expect(screen.queryByRole("searchbox")).toBeTruthy();
  });

  test.each([
    ["preparing", "Reading the texts…"],
    ["failed", "The texts could not be read. Try again."],
  ] as const)("%s is said", (state, words) => {
    show({ search: { text: "graph", state } });
    press("/");
    expect(within(document.querySelector<HTMLElement>("search")!).getByText(words)).toBeTruthy();
  });
});

describe("keys", () => {
  test("go from paper to paper and back, and stay at the ends", () => {
    show();
    press("j");
    expect(focused()).toBe("2108.00001");
    press("j");
    press("ArrowDown");
    expect(focused()).toBe("2108.00003");
    press("j");
    expect(focused()).toBe("2108.00003");
    press("k");
    press("ArrowUp");
    press("k");
    expect(focused()).toBe("2108.00001");
  });

  test("are letters while the reader types, and nothing together with Ctrl", () => {
    show();
    press("/");
    const field = screen.getByRole("searchbox");
    field.focus();
    press("j", field);
    press("?", field);
    expect(document.activeElement).toBe(field);
    expect(document.querySelector(".keys-help")).toBeNull();
    field.blur();
    fireEvent.keyDown(document.body, { key: "j", ctrlKey: true });
    expect(focused()).toBeUndefined();
  });

  test("the help sheet names every key", async () => {
    show();
    press("?");
    await vi.waitFor(() => expect(document.querySelector(".keys-help[open]")).not.toBeNull());
    const sheet = document.querySelector<HTMLDialogElement>(".keys-help");
    expect([...(sheet?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent)).toEqual([
      "j",
      "↓",
      "k",
      "↑",
      "Enter",
      "o",
      "s",
      "r",
      "Shift+S",
      "Shift+R",
      "n",
      "u",
      "b",
      "/",
      "?",
    ]);
  });

  test("o opens the PDF of the paper that has the focus, and nothing without one", () => {
    show();
    const opened: string[] = [];
    document.addEventListener("click", (event) => {
      event.preventDefault();
      opened.push((event.target as HTMLAnchorElement).href);
    });
    press("o", document.body);
    expect(opened).toEqual([]);
    press("j");
    press("o");
    expect(opened).toEqual(["https://arxiv.org/pdf/2108.00001"]);
  });
});
