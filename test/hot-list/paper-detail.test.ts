import { expect, test, vi } from "vitest";
import { PlainError } from "../../lib/texts/plain-error.ts";
import type { ConversationEntry } from "../../lib/messages/messages.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { createPaperDetails, type PaperDetail } from "../../lib/hot-list/state/paper-detail.ts";
import { entry } from "./made.ts";
import { settled } from "../setup/settled.ts";

const [FIRST, SECOND] = ["2108.00001", "2108.00002"] as [PaperId, PaperId];
const entries = (id: PaperId): ConversationEntry[] => [
  { ...entry({ id }), date: "2021-08-13", of: 9, heat: 2 },
  { ...entry({ id }), date: "2021-08-12", of: 11, heat: 3 },
];

function setUp(read: (id: PaperId) => Promise<ConversationEntry[]>) {
  const told: (PaperDetail | undefined)[] = [];
  return { told, details: createPaperDetails({ read, onDetail: (detail) => told.push(detail) }) };
}

test("a paper is first loading, then there with its newest entry first, and read only once", async () => {
  const read = vi.fn(async (id: PaperId) => entries(id));
  const { told, details } = setUp(read);
  details.show(FIRST);
  details.show(FIRST);
  await settled();
  expect(read).toHaveBeenCalledOnce();
  expect(told).toEqual([
    { kind: "loading", id: FIRST },
    { kind: "paper", id: FIRST, newest: entries(FIRST)[0], entries: entries(FIRST) },
  ]);
  details.show(undefined);
  expect(told.at(-1)).toBeUndefined();
});

test("what was asked for last wins, whatever comes first", async () => {
  const slow = Promise.withResolvers<ConversationEntry[]>();
  const { told, details } = setUp((id) => (id === FIRST ? slow.promise : Promise.resolve(entries(id))));
  details.show(FIRST);
  details.show(SECOND);
  await settled();
  slow.resolve(entries(FIRST));
  await settled();
  expect(told.at(-1)).toMatchObject({ kind: "paper", id: SECOND });
});

test("a paper of no digest and an unreadable index differ; after a change it is read again", async () => {
  const read = vi
    .fn<(id: PaperId) => Promise<ConversationEntry[]>>()
    .mockResolvedValueOnce([])
    .mockRejectedValueOnce(new PlainError("closed"))
    .mockResolvedValue(entries(FIRST));
  const { told, details } = setUp(read);
  details.indexChanged();
  expect(read).not.toHaveBeenCalled();
  details.show(FIRST);
  await settled();
  details.indexChanged();
  await settled();
  details.indexChanged();
  await settled();
  expect(told.slice(1)).toMatchObject([
    { kind: "none", id: FIRST },
    { kind: "failed", reason: "closed" },
    { kind: "paper" },
  ]);
});
