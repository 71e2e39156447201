/** When the reader looked at the hot list, and what was in it, kept in `storage.local`. */
import { fieldsOf, textsOf } from "./stored-shape.ts";
import { storedValue } from "./stored-value.ts";

export interface KeptVisit {
  day: string;
  ids: readonly string[];
}
export interface KeptVisits {
  at: number;
  now: KeptVisit;
  before?: KeptVisit;
}

const stored = storedValue("visits");

/** Undefined before the first visit, and where what is stored is damaged. */
export async function readVisits(): Promise<KeptVisits | undefined> {
  const kept = fieldsOf(await stored.read());
  const { at, before } = kept;
  const [now, earlier] = [visitIn(kept["now"]), visitIn(before)];
  if (typeof at !== "number" || !now || (before !== undefined && !earlier)) return undefined;
  return { at, now, ...(earlier && { before: earlier }) };
}

function visitIn(value: unknown): KeptVisit | undefined {
  const { day, ids } = fieldsOf(value);
  const all = textsOf(ids);
  return typeof day === "string" && all ? { day, ids: all } : undefined;
}

export const keepVisits = (visits: KeptVisits): Promise<void> => stored.write(visits);
