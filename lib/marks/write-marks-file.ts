/** Marks as a file, in the form that `marks-file.ts` reads. Apart from it: code that only writes needs no schema. */
import type { Marks } from "./marks.ts";

export const MARKS_FORMAT = "hot-papers-marks";
export const MARKS_VERSION = 2;

/** The text of a file with all marks, ordered by id. */
export function writeMarksFile(marks: Marks, written: Date): string {
  const lines = [...marks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { saved, read, paper, note }]) => {
      const { title, authors, categories, date } = paper ?? {};
      return {
        id,
        ...(saved !== undefined && { saved: isoTimeOf(saved, written) }),
        ...(read !== undefined && { read: isoTimeOf(read, written) }),
        ...(paper && { paper: { title, authors, categories, date } }),
        ...(note !== undefined && { note }),
      };
    });
  const file = { format: MARKS_FORMAT, version: MARKS_VERSION, written: written.toISOString(), marks: lines };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** No mark was made later than the file itself; a year of five digits could not be read back. */
const isoTimeOf = (time: number, written: Date) => new Date(Math.min(time, written.getTime())).toISOString();
