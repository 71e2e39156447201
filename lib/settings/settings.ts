/**
 * What the reader chose in the options, kept in `storage.local` under one key. Only choices are kept; what was never
 * chosen follows the defaults, also when a later version has better ones.
 */
import { storedValue } from "./stored-value.ts";

export interface Settings {
  /** Badges on abstract pages. */
  abstractBadges: boolean;
  /** Badges on lists. */
  listBadges: boolean;
}

export const DEFAULTS: Readonly<Settings> = { abstractBadges: true, listBadges: true };

/** Which setting switches the badges of a group of pages. */
const SWITCHES = { abstract: "abstractBadges", list: "listBadges" } as const satisfies Record<
  string,
  keyof Settings
>;

/** Whether the reader wants badges on pages of a group, told from what is stored under "settings". */
export function wantsBadges(value: unknown, group: keyof typeof SWITCHES): boolean {
  const name = SWITCHES[group];
  const chosen = isObject(value) ? (value as Partial<Settings>)[name] : undefined;
  return typeof chosen === "boolean" ? chosen : DEFAULTS[name];
}

const stored = storedValue("settings");

/** The settings in force. A stored value that is damaged is left as it is, and the default counts in its place. */
export async function readSettings(): Promise<Settings> {
  return withDefaults(await stored.read());
}

/** Two changes at once would each write over the other's: they wait for one another. */
let lastChange: Promise<unknown> = /* @__PURE__ */ Promise.resolve();

/** Changes some settings and keeps the others, known to this version or not. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  const changed = lastChange.then(() => store(change));
  lastChange = changed.catch(() => undefined);
  return changed;
}

async function store(change: Partial<Settings>): Promise<void> {
  const before = await stored.read();
  await stored.write({ ...(isObject(before) ? before : {}), ...change });
}

/** Tells the settings in force whenever they change, until the signal ends it. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  stored.watch((value) => onChange(withDefaults(value)), signal);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What of a stored value are settings of ours with values they can have, and the defaults for all others. */
function withDefaults(value: unknown): Settings {
  const chosen = Object.entries(isObject(value) ? value : {}).filter(
    ([name, choice]) => Object.hasOwn(DEFAULTS, name) && typeof choice === "boolean",
  );
  return { ...DEFAULTS, ...Object.fromEntries(chosen) };
}
