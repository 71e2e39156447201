/**
 * Marks of private windows: the changes that were pressed there, in `storage.session`, which ends with the browser. What is marked
 * elsewhere is shown there too, and stays as it is. Pages read and watch them; only the worker writes them.
 */
import { browser } from "../browser.ts";
import { isPaperId } from "../paper/paper-id.ts";
import { type MarkChange, type Marks, withChange } from "./marks.ts";

const KEY = "privateMarks";

/** The changes in their order; the last one of a paper and a kind is the only one. */
export async function readPrivateChanges(): Promise<MarkChange[]> {
  return changesIn((await browser.storage.session.get(KEY))[KEY]);
}

/** Our worker wrote them in this life of the browser, so a glance is enough. */
const changesIn = (value: unknown): MarkChange[] =>
  Array.isArray(value) ? value.filter((each) => isPaperId((each as MarkChange | null)?.paper?.id ?? "")) : [];

/** Makes some changes. For the worker, which does one after the other. */
export async function storePrivateChanges(made: readonly MarkChange[]): Promise<void> {
  const keyOf = ({ paper, kind }: MarkChange) => paper.id + kind;
  const changed = new Set(made.map(keyOf));
  const others = (await readPrivateChanges()).filter((each) => !changed.has(keyOf(each)));
  await browser.storage.session.set({ [KEY]: [...others, ...made] });
}

/** Forgets them all. For the worker. */
export const deletePrivateMarks = (): Promise<void> => browser.storage.session.remove(KEY);

/** Marks as a private window shows them: those that are kept, changed by what was pressed in private windows. */
export function withChanges(marks: Marks, changes: readonly MarkChange[]): Marks {
  const all = new Map(marks);
  for (const change of changes) {
    const { id } = change.paper;
    const after = withChange(all.get(id), change);
    if (after) all.set(id, after);
    else all.delete(id);
  }
  return all;
}

/** Tells the changes that there are, and again after every change, until the signal ends it. */
export function watchPrivateChanges(
  onChanges: (changes: readonly MarkChange[]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const onChanged = (stored: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === "session" ? stored[KEY] : undefined;
    if (change) onChanges(changesIn(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), { once: true });
  const tell = async () => {
    // Changes that cannot be read count as none, as with kept marks.
    const changes = await readPrivateChanges().catch(() => []);
    if (!signal.aborted) onChanges(changes);
  };
  void tell();
}
