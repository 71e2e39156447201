import { fireEvent, render, screen, within } from "@testing-library/preact";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ArchivePage } from "../../../components/full-page/FullPage.tsx";
import type { HotListView } from "../../../lib/hot-list/hot-list-view.ts";
import { shownList } from "../../../lib/hot-list/shown-list.ts";
import type { ConversationEntry } from "../../../lib/messages/messages.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import type { PaperDetail } from "../../../lib/hot-list/state/paper-detail.ts";
import type { HotListState } from "../../../lib/hot-list/state/hot-list-state.ts";
import type { PicturedDigests } from "../../../lib/hot-list/state/pictured-digests.ts";
import { ALL_SAVED } from "../../../lib/hot-list/saved-choice.ts";
import { digest, entry } from "../../hot-list/made.ts";
import { loadLaterParts, dayView, hotListActions, hotListState, paper } from "../made.ts";

beforeAll(loadLaterParts);

const ID = "2108.00002" as PaperId;
const detailOf = (change: Partial<ConversationEntry> = {}): PaperDetail => {
  const newest = {
    ...entry({ id: ID, title: "Paper 2", rank: 2 }),
    date: "2021-08-13",
    of: 9,
    heat: 2,
    ...change,
  };
  const older = { ...entry({ id: ID, title: "Paper 2", rank: 3 }), date: "2021-08-12", of: 11, heat: 3 };
  return { kind: "paper", id: ID, newest, entries: [newest, older] };
};

function show(
  detail?: PaperDetail,
  view: HotListView = dayView(),
  change: Partial<HotListState> = {},
  pictured: PicturedDigests = { kind: "unread" },
) {
  const actions = hotListActions();
  const { container } = render(
    <ArchivePage
      state={hotListState(view, change)}
      actions={actions}
      optionsUrl="options.html"
      detail={detail}
      pictured={pictured}
      onPicturesWanted={vi.fn()}
    />,
  );
  const part = (name: string) => within(container.querySelector<HTMLElement>(name)!);
  return { container, actions, list: part(".list-pane"), pane: part(".side-pane") };
}

test("every paper of the list has a link to its details, which names the paper", () => {
  const { container } = show();
  expect(container.querySelectorAll(".list-pane li[data-hot-paper]")).toHaveLength(3);
  const link = screen.getByRole("link", { name: "details: Paper 2" });
  expect(link.getAttribute("href")).toBe(`#paper/${ID}`);
  expect(link.getAttribute("aria-current")).toBeNull();
});

describe("a paper beside the list", () => {
  test("says every digest that it is in, newest first, each with a link to that day", () => {
    const { pane } = show(detailOf());
    expect(pane.getByRole("heading", { level: 2 }).textContent).toBe("Paper 2");
    expect(pane.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual([
      "2nd of 9 on 13 August 2021",
      "3rd of 11 on 12 August 2021",
    ]);
    expect(pane.getByRole("link", { name: "on 13 August 2021" }).getAttribute("href")).toBe("#2021-08-13");
    expect(pane.getByRole("link", { name: "Back to the list" }).getAttribute("href")).toBe("#2021-08-12");
  });

  test("is marked in the list, and has the focus", () => {
    const { container } = show(detailOf());
    expect(screen.getByRole("link", { current: true, name: "details: Paper 2" })).toBeTruthy();
    expect(document.activeElement).toBe(container.querySelector(".paper-pane"));
  });

  test("shows its abstract, if there is one, in arXiv's paragraphs", () => {
    expect(show(detailOf()).pane.queryByRole("heading", { name: "Abstract" })).toBeNull();
    const { pane } = show(detailOf({ abstract: "We try.\n\n  It works." }));
    expect(pane.getByRole("heading", { name: "Abstract" })).toBeTruthy();
    expect([pane.getByText("We try.").localName, pane.getByText("It works.").localName]).toEqual(["p", "p"]);
  });

  test.each([
    [{ kind: "loading", id: ID }, "Reading the index…"],
    [{ kind: "none", id: ID }, `No digest in the index has arXiv:${ID}.`],
    [{ kind: "failed", id: ID, reason: "It is closed." }, "We could not read the paper. It is closed."],
  ] as const)("%o is said", (detail, words) => {
    expect(show(detail).pane.getByText(words)).toBeTruthy();
  });
});

describe("in place of a day's list", () => {
  const month = shownList({ span: "month", date: "2021-08-12" }, [digest("2021-08-12")], "rank");
  const views: [string, HotListView, Partial<HotListState>, string][] = [
    ["that is being read", { kind: "loading" }, {}, "Reading the index…"],
    [
      "that is being imported",
      { kind: "importing", progress: 0.4 },
      {},
      "We are importing the bundled digests into this browser.",
    ],
    [
      "that failed to be imported",
      { kind: "importFailed", failure: "The disk is full." },
      {},
      "We could not import the bundled digests",
    ],
    ["that was deleted", { kind: "deleted" }, {}, "You deleted everything."],
    ["that is missing", { kind: "nothing" }, {}, "The index is empty."],
    [
      "that cannot be read",
      { kind: "failed", failure: "blocked" },
      {},
      "Another page of Hot Papers has an older version of it open.",
    ],
    ["that is empty", dayView([]), {}, "No paper made the digest of 12 August 2021."],
    ["of a month", dayView([], { list: month }), {}, "August 2021"],
    [
      "that filters leave nothing of",
      dayView(),
      { filtered: { papers: [], categories: [] } },
      "No paper in this list matches your search and filters.",
    ],
    [
      "of saved papers, of which there is none",
      dayView(),
      { saved: { choice: ALL_SAVED, papers: [] } },
      "No paper is saved yet.",
    ],
    [
      "of saved papers",
      dayView(),
      { saved: { choice: ALL_SAVED, papers: [paper()] } },
      "A Paper About Something",
    ],
  ];

  test.each(views)(
    "a list %s is told in the pane of the list, and the page stays whole",
    (_, view, change, words) => {
      const { container, pane } = show(undefined, view, change);
      expect(container.querySelector(".list-pane")?.textContent).toContain(words);
      expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Hot Papers");
      expect(screen.getByRole("link", { name: "Saved papers" })).toBeTruthy();
      expect(screen.getByRole("button", { name: "Pictures" })).toBeTruthy();
      expect(pane.getByText("Press “details” beside a paper to read them here.")).toBeTruthy();
    },
  );

  test("no two of them read alike", () => {
    const read = views.map(([, view, change]) => {
      const { container } = show(undefined, view, change);
      return container.querySelector(".list-pane")?.textContent;
    });
    expect(new Set(read).size).toBe(views.length);
  });

  test("only what is being read is busy, and saved papers are not kept waiting by a list", () => {
    const busy = (view: HotListView, change: Partial<HotListState> = {}) =>
      show(undefined, view, change).container.querySelector(".list-scroller")?.getAttribute("aria-busy");
    expect(busy({ kind: "loading" })).toBe("true");
    expect(busy(dayView())).toBe("false");
    expect(busy({ kind: "loading" }, { saved: { choice: ALL_SAVED, papers: [paper()] } })).toBe("false");
  });

  test("what can be done about it is done by a press", () => {
    const { actions, list } = show(undefined, { kind: "failed", failure: "failed" });
    fireEvent.click(list.getByRole("button", { name: "Try again" }));
    expect(actions.readAgain).toHaveBeenCalledOnce();
    const again = show(undefined, { kind: "importFailed" });
    fireEvent.click(again.list.getByRole("button", { name: "Try again" }));
    expect(again.actions.restore).toHaveBeenCalledOnce();
  });

  test("a paper can be read beside it, and leads back to where you came from", () => {
    const back = (view: HotListView, change: Partial<HotListState> = {}) =>
      show(detailOf(), view, change)
        .pane.getByRole("link", { name: "Back to the list" })
        .getAttribute("href");
    expect(back({ kind: "loading" })).toBe("#");
    expect(back(dayView(), { saved: { choice: ALL_SAVED, papers: [paper()] } })).toBe("#saved");
    expect(back(dayView([], { list: month }), { category: "cs.LG" })).toBe(
      "#month/2021-08-12?category=cs.LG",
    );
  });
});

describe("pictures", () => {
  test("that cannot be drawn say why", () => {
    const { pane } = show(undefined, dayView(), {}, { kind: "failed", reason: "It is closed." });
    expect(pane.getByRole("alert").textContent).toBe("We could not read the digests. It is closed.");
  });

  test("are a press away, and gone with the next", () => {
    const { container } = show();
    const page = () => container.querySelector<HTMLElement>(".archive")?.dataset["pane"];
    expect(page()).toBe("list");
    const button = screen.getByRole("button", { name: "Pictures", expanded: false });
    fireEvent.click(button);
    expect([page(), button.getAttribute("aria-expanded")]).toEqual(["pictures", "true"]);
    fireEvent.click(button);
    expect(page()).toBe("list");
  });

  test("give way to a paper that is read", () => {
    show(detailOf());
    expect(screen.queryByRole("button", { name: "Pictures" })).toBeNull();
  });
});
