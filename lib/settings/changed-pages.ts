/**
 * Kinds of arXiv's pages on which no entries were found though there should be some: arXiv has changed them. In `storage.local`,
 * names of kinds and nothing of the pages. The worker alone writes it.
 */
import { storedValue } from "./stored-value.ts";

/** Where they are stored. */
export const CHANGED_PAGES = "changedPages";

const stored = storedValue(CHANGED_PAGES);

/** The kinds in what is stored; none where it is damaged. */
export const changedPagesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((kind) => typeof kind === "string") : [];

export const readChangedPages = async (): Promise<string[]> => changedPagesIn(await stored.read());

/** Two at once would each write over the other's: they wait for one another. */
let last: Promise<unknown> = /* @__PURE__ */ Promise.resolve();

/** Notes that a kind has changed, or that it is as it was again. */
export function noteChangedPage(kind: string, changed: boolean): Promise<void> {
  const noted = noteAfter(last, kind, changed);
  last = noted.catch(() => undefined);
  return noted;
}

async function noteAfter(before: Promise<unknown>, kind: string, changed: boolean): Promise<void> {
  await before;
  const others = (await readChangedPages()).filter((each) => each !== kind);
  await stored.write(changed ? [...others, kind] : others);
}

/** Tells the kinds whenever they change, until the signal ends it. */
export const watchChangedPages = (onChange: (kinds: string[]) => void, signal: AbortSignal): void =>
  stored.watch((value) => onChange(changedPagesIn(value)), signal);
