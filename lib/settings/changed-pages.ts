/**
 * Kinds of arXiv's pages on which no entries were found though there should be some: arXiv has changed them. In `storage.local`,
 * names of kinds and nothing about the pages. Only the worker writes it.
 */
import { createQueue } from "../queue.ts";
import { storedValue } from "../stored-value.ts";

/** Where they are stored. */
export const CHANGED_PAGES = "changedPages";

const stored = storedValue(CHANGED_PAGES);

/** The kinds in what is stored; none if it is damaged. */
const changedPagesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((kind) => typeof kind === "string") : [];

/**
 * Tells the worker of a kind of page that is not as noted.
 *
 * @param value what is stored
 */
export function tellUnnoted<Kind extends string>(
  value: Promise<unknown>,
  kind: Kind,
  changed: boolean,
  tell: (page: { kind: Kind; changed: boolean }) => Promise<unknown>,
): void {
  const telling = value.then(
    (kinds) => changedPagesIn(kinds).includes(kind) !== changed && tell({ kind, changed }),
  );
  telling.catch(() => undefined); // the next such page tries again
}

export const readChangedPages = async (): Promise<string[]> => changedPagesIn(await stored.read());

/** Two at once would each write over the other's: they wait for one another. */
const inTurn = /* @__PURE__ */ createQueue();

/** Notes that a kind has changed, or that it is as it was again. */
export const noteChangedPage = (kind: string, changed: boolean): Promise<void> =>
  inTurn(async () => {
    const others = (await readChangedPages()).filter((each) => each !== kind);
    await stored.write(changed ? [...others, kind] : others);
  });

/** Tells the kinds whenever they change, until the signal ends it. */
export const watchChangedPages = (onChange: (kinds: string[]) => void, signal: AbortSignal): void =>
  stored.watch((value) => onChange(changedPagesIn(value)), signal);
