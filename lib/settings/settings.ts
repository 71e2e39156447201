/**
 * What the reader chose in the options, kept in `storage.local` under one key. Only choices are kept; what was never
 * chosen follows the defaults, even when a later version has better ones.
 */
import { storedValue } from "../stored-value.ts";

/** How our own pages look; arXiv's pages have no dark theme, and a badge follows its page. */
export type Theme = "system" | "light" | "dark";

export interface Settings {
  /** Badges on abstract pages. */
  abstractBadges: boolean;
  /** Badges on lists. */
  listBadges: boolean;
  /** The control above lists, which narrows them and puts them in order. */
  listControl: boolean;
  /** Bars, 1 to 5, that a paper must have for a badge; one whose heat is unknown always has it. */
  leastHeat: number;
  /** Retweets, favorites and their like are not shown, only ranks and bars. */
  hideFigures: boolean;
  theme: Theme;
  /** On the toolbar button: how many papers are new. */
  toolbarNumber: boolean;
  /** It counts only papers that match what is followed. */
  toolbarNumberMine: boolean;
  /** On the toolbar button, over a tab whose paper is in a digest: a dot. */
  toolbarDot: boolean;
}

export const DEFAULTS: Readonly<Settings> = {
  abstractBadges: true,
  listBadges: true,
  listControl: true,
  leastHeat: 1,
  hideFigures: false,
  theme: "system",
  toolbarNumber: false,
  toolbarNumberMine: false,
  toolbarDot: true,
};

/** Whether a value can be that of a setting. */
const VALID: Record<keyof Settings, (value: unknown) => boolean> = {
  abstractBadges: isBoolean,
  listBadges: isBoolean,
  listControl: isBoolean,
  leastHeat: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5,
  hideFigures: isBoolean,
  theme: (value) => value === "system" || value === "light" || value === "dark",
  toolbarNumber: isBoolean,
  toolbarNumberMine: isBoolean,
  toolbarDot: isBoolean,
};

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
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

/** The settings in a stored value that have values they can have, and the defaults for all others. */
function withDefaults(value: unknown): Settings {
  const chosen = Object.entries(isObject(value) ? value : {}).filter(
    ([name, choice]) => Object.hasOwn(VALID, name) && VALID[name as keyof Settings](choice),
  );
  return { ...DEFAULTS, ...Object.fromEntries(chosen) };
}
