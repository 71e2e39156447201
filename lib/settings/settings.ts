/**
 * What the reader chose in the options, kept in `storage.local` under one key. Only choices are kept; what was never
 * chosen follows the defaults, also when a later version has better ones.
 */
import { browser } from "../browser.ts";

export interface Settings {
  /** Badges on abstract pages. */
  abstractBadges: boolean;
  /** Badges on lists. */
  listBadges: boolean;
}

export const DEFAULTS: Readonly<Settings> = { abstractBadges: true, listBadges: true };

const KEY = "settings";

/** The settings in force. A stored value that is damaged is left as it is, and the default counts in its place. */
export async function readSettings(): Promise<Settings> {
  return { ...DEFAULTS, ...chosen(await stored()) };
}

/** Two changes at once would each write over the other's: they wait for one another. */
let lastChange: Promise<unknown> = Promise.resolve();

/** Changes some settings and keeps the others, known to this version or not. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  const changed = lastChange.then(() => store(change));
  lastChange = changed.catch(() => undefined);
  return changed;
}

async function store(change: Partial<Settings>): Promise<void> {
  const before = await stored();
  await browser.storage.local.set({ [KEY]: { ...(isObject(before) ? before : {}), ...change } });
}

/** Tells the settings in force whenever they change, until the signal ends it. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === "local" && change) onChange({ ...DEFAULTS, ...chosen(change.newValue) });
  };
  if (signal.aborted) return;
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}

async function stored(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What of a stored value are settings of ours with values they can have. */
function chosen(value: unknown): Partial<Settings> {
  if (!isObject(value)) return {};
  const fields = Object.entries(value).filter(
    ([name, choice]) => Object.hasOwn(DEFAULTS, name) && typeof choice === "boolean",
  );
  return Object.fromEntries(fields);
}
