/** When the reader looked at the hot list, and what was in it, kept in `storage.local`; for private windows in `storage.session`. */
import { browser } from "../browser.ts";
import { fieldsOf, textsOf } from "../stored-shape.ts";
import { storedValue } from "../stored-value.ts";

export interface Visit {
  day: string;
  ids: readonly string[];
}
export interface Visits {
  at: number;
  now: Visit;
  before?: Visit;
}

const KEY = "visits";
const stored = storedValue(KEY);

/** Undefined before the first visit, and if the stored value is damaged. In private windows their own visits go first. */
export async function readVisits(privately = false): Promise<Visits | undefined> {
  if (!privately) return visitsIn(await stored.read());
  const found = await browser.storage.session.get(KEY);
  return visitsIn(found[KEY]) ?? visitsIn(await stored.read());
}

function visitsIn(value: unknown): Visits | undefined {
  const kept = fieldsOf(value);
  const { at, before } = kept;
  const [now, earlier] = [visitIn(kept["now"]), visitIn(before)];
  if (typeof at !== "number" || !now || (before !== undefined && !earlier)) return undefined;
  return { at, now, ...(earlier && { before: earlier }) };
}

function visitIn(value: unknown): Visit | undefined {
  const { day, ids } = fieldsOf(value);
  const all = textsOf(ids);
  return typeof day === "string" && all ? { day, ids: all } : undefined;
}

export const keepVisits = (visits: Visits, privately = false): Promise<void> =>
  privately ? browser.storage.session.set({ [KEY]: visits }) : stored.write(visits);
