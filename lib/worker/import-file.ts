/** Importing a file that the reader brought. */
import { parseDigestFile } from "../digest/parse-file.ts";
import type { ImportReport } from "../messages/messages.ts";
import { openIndex } from "../store/open.ts";
import { putDigests } from "../store/write.ts";
import { problemTexts } from "./problem-text.ts";
import { indexChanged } from "./index-changed.ts";

/** The feed of everything that comes from the reader's own disk. */
const FILES = "files";

/**
 * Stores what can be read of a file in one transaction, and reports the rest. Throws a StoreError where nothing could
 * be stored.
 *
 * @param today `YYYY-MM-DD`, in UTC
 */
export async function importFile(name: string, content: string, today: string): Promise<ImportReport> {
  const { digests, problems } = parseDigestFile(content, today);
  const report: ImportReport = { name, days: [], papers: 0, older: [], problems: problemTexts(problems) };
  if (digests.length === 0) return report;
  const { stored, papers, older } = await putDigests(await openIndex(), { id: FILES }, digests);
  if (stored.length > 0) await indexChanged();
  return { ...report, days: stored, papers, older };
}
