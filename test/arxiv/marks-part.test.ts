import { afterEach, expect, test, vi } from "vitest";
import { type ConversationMarks, marksPart } from "../../lib/arxiv/conversation/marks-part.ts";
import type { PageMark } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { PlainError } from "../../lib/texts/plain-error.ts";
import { press } from "./as-browser.ts";

const id = "2108.04840" as PaperId;
const ended = new AbortController();
afterEach(() => document.body.replaceChildren());

function show(now: PageMark = { id, saved: false, read: false }) {
  let changed = () => {};
  const marks = {
    read: vi.fn(async () => now),
    set: vi.fn<ConversationMarks["set"]>(async (_, kind, on) => (now = { ...now, [kind]: on })),
    watch: (onChange: () => void) => {
      changed = onChange;
    },
  };
  const part = marksPart(document, id, marks, ended.signal);
  document.body.append(part);
  const words = () => [...part.querySelectorAll("button")].map(({ textContent }) => textContent);
  return {
    marks,
    part,
    words,
    elsewhere: (next: PageMark) => {
      now = next;
      changed();
    },
  };
}

test("a press saves, and the next one takes it back", async () => {
  const { marks, part, words } = show();
  await vi.waitFor(() => expect(marks.read).toHaveBeenCalledOnce());
  await Promise.resolve();
  press(part.querySelector("button"));
  await vi.waitFor(() => expect(words()).toEqual(["Remove from saved", "Mark as read"]));
  press(part.querySelector("button"));
  await vi.waitFor(() => expect(words()).toEqual(["Save", "Mark as read"]));
  expect(marks.set.mock.calls).toEqual([
    [id, "saved", true],
    [id, "saved", false],
  ]);
});

test("a made-up press does nothing", async () => {
  const { marks, part } = show();
  await vi.waitFor(() => expect(marks.read).toHaveBeenCalledOnce());
  part.querySelector("button")?.click();
  expect(marks.set).not.toHaveBeenCalled();
});

test("what is marked elsewhere shows here too", async () => {
  const { words, elsewhere } = show();
  elsewhere({ id, saved: true, read: true });
  await vi.waitFor(() => expect(words()).toEqual(["Remove from saved", "Mark as unread"]));
});

test("a mark that could not be stored is reported", async () => {
  const { marks, part, words } = show();
  await vi.waitFor(() => expect(marks.read).toHaveBeenCalledOnce());
  marks.set.mockRejectedValueOnce(new PlainError("no room"));
  await Promise.resolve();
  press(part.querySelector("button"));
  await vi.waitFor(() => expect(part.querySelector("[role=status]")?.textContent).toContain("no room"));
  expect(words()).toEqual(["Save", "Mark as read"]);
});
