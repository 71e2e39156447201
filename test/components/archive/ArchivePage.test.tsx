import { render, screen, within } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { ArchivePage } from "../../../components/archive/ArchivePage.tsx";
import type { ConversationEntry } from "../../../lib/messages/messages.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import type { PaperDetail } from "../../../lib/reader/paper-detail.ts";
import { entry } from "../../hot-list/made.ts";
import { dayView, hotListActions, hotListState } from "../made.ts";

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

function show(detail?: PaperDetail) {
  const state = hotListState(dayView());
  const { container } = render(
    <ArchivePage
      state={state}
      actions={hotListActions()}
      optionsUrl="options.html"
      detail={detail}
      pictured={{ kind: "unread" }}
      onPicturesWanted={vi.fn()}
    />,
  );
  return { container, pane: within(container.querySelector<HTMLElement>(".side-pane")!) };
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

  test("shows its abstract in arXiv's paragraphs, where there is one", () => {
    expect(show(detailOf()).pane.queryByRole("heading", { name: "Abstract" })).toBeNull();
    const { pane } = show(detailOf({ abstract: "We try.\n\n  It works." }));
    expect(pane.getByRole("heading", { name: "Abstract" })).toBeTruthy();
    expect([pane.getByText("We try.").localName, pane.getByText("It works.").localName]).toEqual(["p", "p"]);
  });

  test.each([
    [{ kind: "loading", id: ID }, "Reading the index…"],
    [{ kind: "none", id: ID }, `No digest of the index has arXiv:${ID}.`],
    [{ kind: "failed", id: ID, reason: "closed" }, "The paper could not be read: closed. Reload the page."],
  ] as const)("%o is said", (detail, words) => {
    expect(show(detail).pane.getByText(words)).toBeTruthy();
  });
});
