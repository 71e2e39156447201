/** Brings the bundled sets that are missing from the pack into the index. */
import { browser } from "../browser.ts";
import type { BundledId } from "../digest/bundled.ts";
import { unpackDigests } from "../digest/pack.ts";
import { endHalfWrites } from "../index/half-writes.ts";
import { openIndex } from "../index/open.ts";
import { readFeed } from "../index/read.ts";
import type { FeedRecord } from "../index/schema.ts";
import { StoreError } from "../index/store-error.ts";
import { replaceFeed } from "../index/write.ts";
import { plainError } from "../texts/plain-error.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { type BundledSets, rememberDeletion, showDone, showSets } from "./bundled-sets.ts";
import { indexChanged } from "./index-changed.ts";

export interface ImportSteps {
  fetch: (url: string) => Promise<Response>;
  /** It is known how the sets are. */
  lookedInto: () => void;
  /** The index can answer although some sets are still to come. */
  canAnswer: () => void;
}

/** Where the build puts the pack. */
const PACK_PATH = "/bundled-digests.json";
/** Progress is shown this often at most, in ms: each time is a write to `storage.local`. */
const SHOW_EVERY = 200;

/** Looks at what there is, and imports what is missing; throws what stopped it. */
export async function importMissing(
  sets: BundledSets,
  { fetch, lookedInto, canAnswer }: ImportSteps,
): Promise<void> {
  const { ids, states } = sets;
  try {
    const records = await lookInto(sets);
    const missing = ids.filter((id) => states.get(id) === "importing");
    if (missing.length > 0) showSets(sets, { progress: 0 });
    else showDone(sets);
    lookedInto();
    if (missing.length === 0) return;
    if (records.some((record) => record?.pack !== undefined)) canAnswer();
    await importSets(sets, missing, fetch);
  } catch (error) {
    for (const id of ids) if ((states.get(id) ?? "importing") === "importing") states.set(id, "failed");
    showSets(sets, { progress: 0, failure: failureText(error) });
    throw error;
  }
}

/** Learns from the index how each set is. Gives the sets' records. */
async function lookInto({ ids, packIds, states }: BundledSets): Promise<(FeedRecord | undefined)[]> {
  const db = await openIndex();
  await endHalfWrites(db).catch((error: unknown) => warn(error)); // on a disk that is still full: at the next start
  await rememberDeletion(db, ids);
  const records = await Promise.all(ids.map((id) => readFeed(db, id)));
  for (const [place, id] of ids.entries()) {
    const record = records[place];
    states.set(id, record?.deleted ? "deleted" : record?.pack === packIds[id] ? "whole" : "importing");
  }
  return records;
}

async function importSets(
  sets: BundledSets,
  missing: readonly BundledId[],
  fetch: ImportSteps["fetch"],
): Promise<void> {
  const digests = unpackDigests(await fetchPack(fetch), missing);
  let shown = Date.now();
  try {
    for (const [place, id] of missing.entries()) {
      const own = digests[id];
      if (!own) throw new TypeError(`damaged pack: ${id} is not in it`);
      await replaceFeed(await openIndex(), { id, pack: sets.packIds[id] ?? "" }, own, (progress) => {
        if (Date.now() - shown < SHOW_EVERY) return;
        shown = Date.now();
        showSets(sets, { progress: (place + progress) / missing.length });
      });
      sets.states.set(id, "whole");
    }
    showDone(sets);
  } finally {
    await indexChanged(); // even if the second set failed, or a write was taken back
  }
}

async function fetchPack(fetch: ImportSteps["fetch"]): Promise<string> {
  const response = await fetch(browser.runtime.getURL(PACK_PATH as never));
  if (!response.ok) throw new Error(`${PACK_PATH}: ${response.status}`);
  return response.text();
}

/** A damaged pack is a damaged extension; everything else has a sentence of its own. */
const failureText = (error: unknown) =>
  error instanceof StoreError ? plainError(error) : text("problemArchive", nameOf(error));

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
