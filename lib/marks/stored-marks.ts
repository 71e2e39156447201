/**
 * Marks in `storage.local`, and never in `sync`. Pages read and watch them; only the worker writes them, one change after
 * the other, so that pages that mark at the same time cannot write over each other, and a mark set by a popup that is
 * closing still arrives. They lie in a fixed number of parts, so that one change among thousands writes little.
 */
import { browser } from "../browser.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { numberOf } from "../paper/paper-id.ts";
import { readLocal } from "../read-local.ts";
import { readStored, toStored } from "./stored-form.ts";
import { type Mark, type MarkChange, type Marks, merged, withChange } from "./marks.ts";

/** Each part is a text. Older versions have it as a tree under another name, and neither see nor touch the text. */
const PARTS = Array.from({ length: 32 }, (_, part) => ({ text: `marksText/${part}`, tree: `marks/${part}` }));
type Part = (typeof PARTS)[number];
const KEYS = PARTS.flatMap(({ tree, text }) => [tree, text]);
const partOf = (id: PaperId) => PARTS[numberOf(id) % PARTS.length] as Part;

/** Marks that were read from some parts as one; a mark that both forms of a part have keeps the earlier time. */
function together(lists: Iterable<readonly [PaperId, Mark][]>): Map<PaperId, Mark> {
  const marks = new Map<PaperId, Mark>();
  for (const list of lists)
    for (const [id, mark] of list) {
      const before = marks.get(id);
      marks.set(id, before ? merged(before, mark) : mark);
    }
  return marks;
}

const marksIn = (stored: Record<string, unknown>, keys: readonly string[]) =>
  together(keys.map((key) => readStored(stored[key])));

/** All marks as they are now. */
export async function readMarks(): Promise<Marks> {
  return marksIn(await readLocal(KEYS), KEYS);
}

/** Tells the marks that there are, and again after every change of any page, until the signal ends it. */
export function watchMarks(onMarks: (marks: Marks) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const known = new Map<string, [PaperId, Mark][]>();
  let reading = true;
  const tell = () => onMarks(together(known.values()));
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const keys = changedKeys(changes, area);
    for (const key of keys) known.set(key, readStored(changes[key]?.newValue));
    if (keys.length > 0 && !reading) tell();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), { once: true });

  async function readAll() {
    // Storage that cannot be read has no marks to show; a change of them says why it cannot be kept.
    const stored: Record<string, unknown> = await readLocal(KEYS).catch(() => ({}));
    // Changes during the reading are newer than what was read.
    for (const key of KEYS) if (!known.has(key)) known.set(key, readStored(stored[key]));
    reading = false;
    if (!signal.aborted) tell();
  }
  void readAll();
}

const changedKeys = (changes: Record<string, unknown>, area: string) =>
  area === "local" ? KEYS.filter((key) => Object.hasOwn(changes, key)) : [];

/** Says that marks have changed, without reading any, until the signal ends it. */
export function onMarksChanged(changed: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (changedKeys(changes, area).length > 0) changed();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), { once: true });
}

/** Makes some changes, all or none. For the worker, which does one after the other. */
export async function storeChanges(changes: readonly MarkChange[]): Promise<void> {
  const parts = await readParts([...new Set(changes.map(({ paper }) => partOf(paper.id)))]);
  for (const change of changes) {
    const { id } = change.paper;
    const marks = parts.get(partOf(id));
    const after = withChange(marks?.get(id), change);
    if (after) marks?.set(id, after);
    else marks?.delete(id);
  }
  await write(parts);
}

async function readParts(parts: readonly Part[]): Promise<Map<Part, Map<PaperId, Mark>>> {
  const stored = await readLocal(parts.flatMap(({ tree, text }) => [tree, text]));
  return new Map(parts.map((part) => [part, marksIn(stored, [part.tree, part.text])]));
}

/** How many marks came in, and how many were there already. */
export interface MarksMerged {
  saved: number;
  read: number;
  known: number;
}

/** Adds marks to those that are there, all or none; nothing that is there is lost. For the worker. */
export async function storeMerged(more: Marks): Promise<MarksMerged> {
  const parts = await readParts(PARTS);
  const count: MarksMerged = { saved: 0, read: 0, known: 0 };
  for (const [id, mark] of more) {
    const marks = parts.get(partOf(id));
    const before = marks?.get(id);
    const after = merged(before, mark);
    if (!canBeKept(id, after)) continue; // it would be gone at the next change, and the marks there with it
    marks?.set(id, after);
    for (const kind of ["saved", "read"] as const) {
      if (mark[kind] !== undefined) count[before?.[kind] === undefined ? kind : "known"] += 1;
    }
  }
  await write(parts);
  return count;
}

/** Whether a mark is the same when it is read again. */
const canBeKept = (id: PaperId, mark: Mark): boolean =>
  readStored(toStored([[id, mark]])).some(
    ([, read]) => read.saved === mark.saved && read.read === mark.read && !read.paper === !mark.paper,
  );

/** Forgets all marks. For the worker. */
export const deleteMarks = (): Promise<void> => browser.storage.local.remove(KEYS);

/**
 * In one call, so that it is written wholly or not at all: a tree is emptied by the same call that writes its text. Then parts
 * without marks go, and take no room.
 */
async function write(parts: ReadonlyMap<Part, Map<PaperId, Mark>>): Promise<void> {
  const all = [...parts];
  const stored = await readLocal(all.map(([{ tree }]) => tree));
  const trees = new Set(Object.keys(stored).filter((tree) => (stored[tree] ?? undefined) !== undefined));
  const values = all
    .filter(([{ tree }, marks]) => marks.size > 0 || trees.has(tree))
    .flatMap(([{ tree, text }, marks]) => [
      [text, toStored(marks)],
      ...(trees.has(tree) ? [[tree, {}]] : []),
    ]);
  if (values.length > 0) await browser.storage.local.set(Object.fromEntries(values));
  const empty = all.filter(([, marks]) => marks.size === 0).map(([{ text }]) => text);
  const gone = [...trees, ...empty];
  if (gone.length > 0) await browser.storage.local.remove(gone);
}
