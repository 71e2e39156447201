/** Reading the index by paper, in one transaction. */
import type { Entry } from "../digest/digest.ts";
import { heatOf, type ScaledDigest } from "../digest/heat.ts";
import type { ConversationEntry } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { dateOf, rowsAt } from "./block.ts";
import { placeOf } from "./block-key.ts";
import { ofDate } from "./keys.ts";
import { mergedDay, SHOWN, shownBy } from "./merged-day.ts";
import type { FeedRecord, IndexDatabase, StoredDigest, StoredHeat, StoredFullTexts } from "./schema.ts";
import { soundBlocks, soundDigests, soundHeat, soundFullTexts } from "./sound.ts";

/** A store whose keys are `[date, feed]`. */
interface Copies<Value> {
  getAll: (range: IDBKeyRange) => Promise<Value[]>;
}

interface DayStores {
  digests: Copies<StoredDigest>;
  words: Copies<StoredFullTexts>;
  feeds: { get: (id: string) => Promise<FeedRecord | undefined> };
  heat: { get: (date: string) => Promise<StoredHeat | undefined> };
}

async function dayFrom(
  { digests, words, feeds, heat: scales }: DayStores,
  date: string,
): Promise<ScaledDigest | undefined> {
  const range = ofDate(date);
  const [facts, said, shown, scaled] = await Promise.all([
    digests.getAll(range),
    words.getAll(range),
    feeds.get(SHOWN),
    scales.get(date),
  ]);
  const digest = mergedDay(soundDigests(facts), shownBy(shown), soundFullTexts(said));
  const [heat] = soundHeat([scaled]);
  return digest && { ...digest, ...(heat && { scale: heat.scale }) };
}

/** Every entry of a paper with its words, newest day first; empty if it is in no digest. */
export async function readPaper(db: IndexDatabase, id: PaperId): Promise<ConversationEntry[]> {
  const { month, part, offset } = placeOf(id);
  const tx = db.transaction(["blocks", "digests", "words", "feeds", "heat"]);
  const [block] = soundBlocks([await tx.objectStore("blocks").get([month, part])]);
  const found = block ? rowsAt(block.rows, [offset]) : [];
  const dates = [...new Set(found.map(({ day }) => dateOf(day)))];
  const stores = {
    digests: tx.objectStore("digests"),
    words: tx.objectStore("words"),
    feeds: tx.objectStore("feeds"),
    heat: tx.objectStore("heat"),
  };
  const digests = await Promise.all(dates.map((date) => dayFrom(stores, date)));
  return newestFirst(digests, (entry) => entry.id === id);
}

function newestFirst(
  digests: readonly (ScaledDigest | undefined)[],
  wanted: (entry: Entry) => boolean,
): ConversationEntry[] {
  return digests
    .filter((digest) => digest !== undefined)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ date, papers, sources, scale }) =>
      papers.filter(wanted).map((entry) => ({
        ...entry,
        ...(sources && { sources }),
        date,
        of: papers.length,
        heat: heatOf(entry.counts, date, scale),
      })),
    );
}
