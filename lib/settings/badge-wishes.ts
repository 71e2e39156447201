/**
 * What the reader wants of badges, read from what is stored under "settings". Small, because the page script has it: a value
 * that is damaged counts as the default here too (settings.ts).
 */
import type { Settings } from "./settings.ts";
import { storedValue } from "../stored-value.ts";

/** Which setting switches the badges of a group of pages. */
const SWITCHES = { abstract: "abstractBadges", list: "listBadges" } as const;

export interface BadgeWishes {
  /** Bars that a paper must have, if they are known. */
  leastHeat: number;
  hideFigures: boolean;
}

/** The wishes for pages of a group; undefined if they are to have no badges. */
export function badgeWishes(value: unknown, group: keyof typeof SWITCHES): BadgeWishes | undefined {
  const chosen = (value ?? {}) as Partial<Settings>;
  if (chosen[SWITCHES[group]] === false) return undefined;
  const { leastHeat } = chosen;
  return {
    leastHeat: typeof leastHeat === "number" ? leastHeat : 1,
    hideFigures: chosen.hideFigures === true,
  };
}

/**
 * Tells what the reader wants of lists besides badges, now and whenever it changes, until the signal ends it.
 *
 * @param read what is stored, if it is being read already
 */
export const followListWishes = (
  onWishes: (wishes: { narrowed: boolean; control: boolean }) => void,
  signal: AbortSignal,
  read?: Promise<unknown>,
): Promise<void> =>
  storedValue("settings").follow(
    (value) =>
      onWishes({
        narrowed: badgeWishes(value, "list")?.leastHeat !== 1,
        control: (value as Partial<Settings> | undefined)?.listControl !== false,
      }),
    signal,
    read,
  );

/** Tells that settings changed, until the signal ends it. */
export const watchBadgeWishes = (onChange: () => void, signal: AbortSignal): void =>
  storedValue("settings").watch(onChange, signal);
