/**
 * The reader's own data as files: digests from their files and feeds in the JSON form, feeds, settings and marks. Each file is
 *
 *     { "format": "hot-papers-data", "version": 1, "written": "2026-11-23T12:00:00.000Z",
 *       "settings": { … }, "feeds": [{ address, title, on }], "marks": a file of marks,
 *       "follows": [{ kind, text }], "digests": [ … ] }
 *
 * `read-own-data.ts` reads it back, and `add-own-data.ts` adds all of it; importing digests takes only its digests, importing marks only
 * its marks. The first file has everything but the digests that do not fit; those are in further files. The bundled digests are left out:
 * they come with the extension.
 */
import type { Digest } from "../../lib/digest/digest.ts";
import type { Follows } from "../../lib/follows/follow.ts";
import { MAX_FILE_BYTES } from "../../lib/digest/limits.ts";
import { writeMarksFile } from "../../lib/marks/write-marks-file.ts";
import type { Marks } from "../../lib/marks/marks.ts";

interface DataExportSources {
  /** Copies of days other than the archive's, oldest first. */
  digests: () => AsyncIterable<Digest>;
  settings: () => Promise<Record<string, unknown>>;
  feeds: () => Promise<readonly { address: string; title: string; on: boolean }[]>;
  marks: () => Promise<Marks>;
  follows: () => Promise<Follows>;
  now: () => Date;
  /** Gives a file to the browser. */
  save: (name: string, type: string, content: string) => void;
}

const FORMAT = "hot-papers-data";
/** A file is refused at `MAX_FILE_BYTES`; the rest is for marks and settings. */
const MOST_BYTES = MAX_FILE_BYTES / 2;

/** Saves the files, and tells how many there were. */
export async function exportData(sources: DataExportSources): Promise<number> {
  const [settings, feeds, marks, follows] = await Promise.all([
    sources.settings(),
    sources.feeds(),
    sources.marks(),
    sources.follows(),
  ]);
  const written = sources.now();
  const head = { format: FORMAT, version: 1, written: written.toISOString() };
  const own = {
    settings,
    feeds: feeds.map(({ address, title, on }) => ({ address, title, on })),
    marks: JSON.parse(writeMarksFile(marks, written)) as unknown,
    follows: follows.map(({ kind, text }) => ({ kind, text })),
  };
  let files = 0;
  function saveWith(digests: readonly string[]) {
    files += 1;
    const part = files === 1 ? "" : `-${files}`;
    const name = `hot-papers-data-${written.toISOString().slice(0, 10)}${part}.json`;
    const first = JSON.stringify(files === 1 ? { ...head, ...own } : head, undefined, 1);
    // One digest per line: they were measured like this.
    sources.save(
      name,
      "application/json",
      `${first.slice(0, -2)},\n "digests": [\n${digests.join(",\n")}\n ]\n}\n`,
    );
  }

  let waiting: string[] = [];
  let bytes = 0;
  for await (const digest of sources.digests()) {
    const text = JSON.stringify(digest);
    const size = new TextEncoder().encode(text).length;
    if (waiting.length > 0 && bytes + size > MOST_BYTES) {
      saveWith(waiting);
      [waiting, bytes] = [[], 0];
    }
    waiting.push(text);
    bytes += size;
  }
  saveWith(waiting);
  return files;
}
