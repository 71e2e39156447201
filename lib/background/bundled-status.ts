/** How each bundled set is, for the options. */
import { coveredBy } from "../digest/covered.ts";
import type { BundledStatus } from "../messages/messages.ts";
import { openIndex } from "../index/open.ts";
import { daysOf } from "../index/read.ts";
import type { BundledDigests } from "./bundled-digests.ts";

/** The sets that this extension has, with what the index has of them. Throws a StoreError. */
export async function bundledStatus(archive: Pick<BundledDigests, "sets">): Promise<BundledStatus[]> {
  const db = await openIndex();
  return Promise.all(
    [...(await archive.sets())].map(async ([id, state]) => {
      const days = await daysOf(db, id);
      return { id, state, digests: days.length, covered: coveredBy(days) };
    }),
  );
}
