import { fireEvent, render, screen } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { ThisPaper, type ThisPaperProps } from "../../../components/popup/ThisPaper.tsx";
import type { Look } from "../../../lib/hot-list/state/look-here.ts";
import type { Marking } from "../../../lib/marks/marking.ts";
import type { ConversationEntry } from "../../../lib/messages/messages.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { entry, post } from "../../hot-list/made.ts";

const ID = "2108.00001" as PaperId;
const first: ConversationEntry = {
  ...entry({ posts: [post({ text: "Worth a read" })], rank: 3 }),
  date: "2021-08-12",
  of: 11,
  heat: 4,
};
const later: ConversationEntry = {
  ...entry({ counts: [{ network: "twitter", reposts: 12, likes: 5, at: "2021-08-20T08:00:00" }], rank: 9 }),
  date: "2021-08-19",
  of: 15,
  heat: 2,
};

function show(detail: ThisPaperProps["detail"], change: Partial<ThisPaperProps> = {}) {
  const { container } = render(
    <ThisPaper
      detail={detail}
      marking={undefined}
      look={vi.fn<Look>()}
      loadTexts={vi.fn(() => Promise.resolve(true))}
      {...change}
    />,
  );
  return { words: () => (container.textContent ?? "").replaceAll(/\s+/gu, " ") };
}
const known = (...entries: [ConversationEntry, ...ConversationEntry[]]): ThisPaperProps["detail"] => ({
  kind: "paper",
  id: ID,
  newest: entries[0],
  entries,
});
const button = (name: RegExp | string) => screen.getByRole("button", { name });

test("has the title, and rank, day and figures of every digest that named the paper", () => {
  const { words } = show(known(later, first));
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("A Paper About Something");
  expect(words()).toMatch(/9th of 15 on 19 Aug 2021.*12 retweets.*3rd of 11 on 12 Aug 2021.*3,135 retweets/u);
  expect(screen.getByRole("link", { name: "on 12 Aug 2021" }).getAttribute("href")).toBe("#2021-08-12");
});

test("posts come at a press, below the digest that they are of", () => {
  const { words } = show(known(later, first));
  expect(words()).not.toContain("Worth a read");
  fireEvent.click(button("1 tweet"));
  expect(words()).toContain("Worth a read");
  expect(button("1 tweet").getAttribute("aria-expanded")).toBe("true");
});

test("is saved, marked as read and copied as in the list", () => {
  const onMark = vi.fn<Marking["onMark"]>();
  show(known(first), { marking: { marks: new Map(), onMark, onOpen: vi.fn() } as unknown as Marking });
  fireEvent.click(button("Save: A Paper About Something"));
  expect(onMark).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: ID }), "saved", true);
  expect(button("Copy: A Paper About Something")).toBeTruthy();
});

test("a paper of no digest is one quiet line, with the way to ask now", () => {
  const { words } = show({ kind: "none", id: ID });
  expect(words()).toBe("arXiv:2108.00001 is not in any digest.Look now");
});

test("no network is asked before a second press, below the words that say who will learn of it", () => {
  const look = vi.fn<Look>().mockResolvedValue(undefined);
  const { words } = show({ kind: "none", id: ID }, { look });
  fireEvent.click(button("Look now"));
  expect(look).not.toHaveBeenCalled();
  expect(words()).toContain("They will learn that someone at your address");
  expect(words()).not.toContain("Firefox asks");
  fireEvent.click(screen.getAllByRole("button", { name: "Look now" })[1]!);
  expect(look).toHaveBeenCalledExactlyOnceWith(ID);
});

test("if Firefox has to be asked first, it says where that is done", async () => {
  const { words } = show({ kind: "none", id: ID }, { look: vi.fn<Look>().mockResolvedValue(undefined) });
  fireEvent.click(button("Look now"));
  fireEvent.click(screen.getAllByRole("button", { name: "Look now" })[1]!);
  await vi.waitFor(() => expect(words()).toContain("Press “Look now” in the tab that has opened."));
});

test("an index that cannot be read is reported, and never shown as no digest", () => {
  const { words } = show({ kind: "failed", id: ID, reason: "The disk is full." });
  expect(words()).toContain("We could not read the paper. The disk is full.");
  expect(words()).not.toContain("not in any digest");
});
