/** When the reader looked at the hot list, and what was in it, kept in `storage.local`. */
import * as z from "zod/mini";
import { storedValue } from "./stored-value.ts";

const Visit = z.object({ day: z.string(), ids: z.array(z.string()) });
const Visits = z.object({ at: z.number(), now: Visit, before: z.optional(Visit) });

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
  const { data } = Visits.safeParse(await stored.read());
  if (!data) return undefined;
  const { at, now, before } = data;
  return { at, now, ...(before && { before }) };
}

export const keepVisits = (visits: KeptVisits): Promise<void> => stored.write(visits);
