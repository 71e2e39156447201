/**
 * The pack: the bundled digests as facts only, small enough to ship inside the extension. No abstracts, no texts of posts; of each
 * post its id, author, day, language, and one bit: own words, or only the title repeated.
 *
 * One JSON text of sets, each with its rows (`pack-rows.ts`).
 */
import { BUNDLED_IDS, BUNDLED_SETS, type BundledId } from "./bundled.ts";
import type { Digest } from "./digest.ts";
import { packRows, type SetRows, unpackRows } from "./pack-rows.ts";

/** The sets of a pack with their digests, oldest first. */
export type Pack = Partial<Record<BundledId, Digest[]>>;

/**
 * Packs sets of digests. The same digests give the same text, in any order.
 *
 * @throws RangeError if a digest holds what a pack cannot keep: counts of another network than its set's, or a tweet whose address
 *   does not follow from its author and id
 */
export function packDigests(sets: Pack): string {
  const packed = BUNDLED_IDS.flatMap((id) => {
    const digests = sets[id];
    return digests ? [`${JSON.stringify(id)}:${setText(packRows(BUNDLED_SETS[id], digests))}`] : [];
  });
  return `{"pack":2,"sets":{${packed.join(",\n")}}}\n`;
}

/** A line for each digest, so that a change of one is a change of one line. */
function setText({ digests, ...tables }: SetRows): string {
  const lines = digests.map((row) => JSON.stringify(row)).join(",\n");
  return `${JSON.stringify(tables).slice(0, -1)},"digests":[\n${lines}\n]}`;
}

/**
 * The digests of a pack. It ships within the extension, which the browser has checked, so we only check that it is whole, not as
 * close as for what comes from outside.
 *
 * @param wanted the sets to unpack; all that the pack has if absent
 * @throws TypeError if the text is not a pack, or is damaged
 */
export function unpackDigests(text: string, wanted: readonly BundledId[] = BUNDLED_IDS): Pack {
  const { pack, sets } = (json(text) ?? {}) as { pack?: unknown; sets?: Partial<Record<BundledId, unknown>> };
  if (pack !== 2 || !sets) throw new TypeError("damaged pack: pack");
  const unpacked: Pack = {};
  for (const id of wanted) {
    if (sets[id] !== undefined) unpacked[id] = unpackRows(BUNDLED_SETS[id], sets[id]);
  }
  return unpacked;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError("damaged pack: not whole JSON");
  }
}
