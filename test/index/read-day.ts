/** One day of the index, as tests look at it. */
import type { ScaledDigest } from "../../lib/digest/heat.ts";
import type { IndexDatabase } from "../../lib/index/open.ts";
import { readDigests } from "../../lib/index/read-period.ts";

/** The merged digest of a day with its words, or undefined if no feed has that day. */
export async function readDay(db: IndexDatabase, date: string): Promise<ScaledDigest | undefined> {
  return (await readDigests(db, [{ from: date, to: date }], true))[0];
}
