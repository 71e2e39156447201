/** Importing a file that the reader brought. */
import type { Digest } from "../digest/digest.ts";
import { mergeFeeds } from "../digest/merge-feeds.ts";
import { parseDigestFile } from "../digest/parse-file.ts";
import type { ImportReport } from "../messages/messages.ts";
import { type IndexDatabase, openIndex } from "../index/open.ts";
import { readCopy } from "../index/read.ts";
import { putDigests } from "../index/write.ts";
import { problemTexts } from "../texts/problem-text.ts";
import { indexChanged } from "./index-changed.ts";

/** The feed of everything that comes from the reader's own disk. */
const FILES = "files";

/**
 * Stores what can be read of a file in one transaction, and reports the rest. Throws a StoreError if nothing could
 * be stored.
 *
 * @param today `YYYY-MM-DD`, in UTC
 * @param keep a day is added to what files brought of it before; otherwise a newer digest takes an older one's place
 */
export async function importFile(
  name: string,
  content: string,
  today: string,
  keep = false,
): Promise<ImportReport> {
  const { digests, problems } = parseDigestFile(content, today);
  const report: ImportReport = { name, days: [], papers: 0, older: [], problems: problemTexts(problems) };
  if (digests.length === 0) return report;
  const db = await openIndex();
  const { coming, there } = keep ? await withKept(db, digests) : { coming: digests, there: [] };
  if (coming.length === 0) return { ...report, older: there };
  try {
    const { stored, papers, older } = await putDigests(db, { id: FILES }, coming);
    return { ...report, days: stored, papers, older: [...there, ...older] };
  } finally {
    await indexChanged(); // even if the write was taken back: pages may have been told of half of it
  }
}

/**
 * Days as one digest each: all that several feeds and the files before say of a day, the newest first. Days that are complete already
 * are only named.
 */
async function withKept(
  db: IndexDatabase,
  digests: readonly Digest[],
): Promise<{ coming: Digest[]; there: string[] }> {
  const coming: Digest[] = [];
  const there: string[] = [];
  for (const [date, copies] of Map.groupBy(digests, (digest) => digest.date)) {
    const kept = await readCopy(db, date, FILES);
    const all = mergeFeeds(
      [...(kept ? [kept] : []), ...copies].toSorted((a, b) => b.generated.localeCompare(a.generated)),
    );
    // If it is the newest, merging only adds to it.
    if (kept?.generated === all.generated && sizeOf(kept) === sizeOf(all)) there.push(date);
    else coming.push(all);
  }
  return { coming, there };
}

const sizeOf = (digest: Digest): number => JSON.stringify(digest).length;
