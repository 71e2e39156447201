/**
 * Marks in `storage.local`, and never in `sync`. Pages read and watch them; the worker alone writes them, one change after
 * the other, so that pages that mark at the same time cannot write over each other, and a mark set by a popup that is
 * closing still arrives. They lie in a fixed number of parts, so that one change among thousands writes little.
 */
import { browser } from "../browser.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { numberOf } from "../paper/paper-id.ts";
import { readLocal } from "../read-local.ts";
import { readStored, toStored } from "./stored-form.ts";
import { type Mark, type MarkChange, type Marks, merged, withChange } from "./marks.ts";

const PARTS = Array.from({ length: 32 }, (_, part) => `marks/${part}`);
const partOf = (id: PaperId) => PARTS[numberOf(id) % PARTS.length] as string;

/** All marks as they are now. */
export async function readMarks(): Promise<Marks> {
  const stored = await readLocal(PARTS);
  return new Map(PARTS.flatMap((part) => readStored(stored[part])));
}

/** Tells the marks that there are, and again after every change of any page, until the signal ends it. */
export function watchMarks(onMarks: (marks: Marks) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const known = new Map<string, [PaperId, Mark][]>();
  let reading = true;
  const tell = () => onMarks(new Map([...known.values()].flat()));
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const parts = area === "local" ? PARTS.filter((part) => Object.hasOwn(changes, part)) : [];
    for (const part of parts) known.set(part, readStored(changes[part]?.newValue));
    if (parts.length > 0 && !reading) tell();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), { once: true });

  async function readAll() {
    // Storage that cannot be read has no marks to show; a change of them says why it cannot be kept.
    const stored: Record<string, unknown> = await readLocal(PARTS).catch(() => ({}));
    // What changed during the reading is newer than what was read.
    for (const part of PARTS) if (!known.has(part)) known.set(part, readStored(stored[part]));
    reading = false;
    if (!signal.aborted) tell();
  }
  void readAll();
}

/** Makes one change. For the worker, which does one after the other. */
export async function storeChange(change: MarkChange): Promise<void> {
  const { id } = change.paper;
  const part = partOf(id);
  const marks = new Map(readStored((await browser.storage.local.get(part))[part]));
  const after = withChange(marks.get(id), change);
  if (after) marks.set(id, after);
  else marks.delete(id);
  await write(new Map([[part, marks]]));
}

/** How many marks came in, and how many were there already. */
export interface MarksMerged {
  saved: number;
  read: number;
  known: number;
}

/** Adds marks to those that are there, all or none; nothing that is there is lost. For the worker. */
export async function storeMerged(more: Marks): Promise<MarksMerged> {
  const stored = await readLocal(PARTS);
  const parts = new Map(PARTS.map((part) => [part, new Map(readStored(stored[part]))]));
  const count: MarksMerged = { saved: 0, read: 0, known: 0 };
  for (const [id, mark] of more) {
    const marks = parts.get(partOf(id));
    const before = marks?.get(id);
    marks?.set(id, merged(before, mark));
    for (const kind of ["saved", "read"] as const) {
      if (mark[kind] !== undefined) count[before?.[kind] === undefined ? kind : "known"] += 1;
    }
  }
  await write(parts);
  return count;
}

/** Forgets all marks. For the worker. */
export const deleteMarks = (): Promise<void> => browser.storage.local.remove(PARTS);

/** In one call, so that it is written wholly or not at all. A part without marks takes no room. */
async function write(parts: ReadonlyMap<string, Map<PaperId, Mark>>): Promise<void> {
  const filled = [...parts].filter(([, marks]) => marks.size > 0);
  const empty = [...parts].filter(([, marks]) => marks.size === 0).map(([part]) => part);
  if (filled.length > 0)
    await browser.storage.local.set(
      Object.fromEntries(filled.map(([part, marks]) => [part, toStored(marks)])),
    );
  if (empty.length > 0) await browser.storage.local.remove(empty);
}
