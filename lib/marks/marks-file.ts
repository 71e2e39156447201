/**
 * Marks as a file, version 2, to bring them to another browser:
 *
 *     { "format": "hot-papers-marks", "version": 2, "written": "2026-11-23T12:00:00.000Z",
 *       "marks": [{ "id": "2108.04840", "saved": TIME, "read": TIME, "note": "one line",
 *                  "paper": { title, authors, categories, date } }] }
 *
 * Times are ISO 8601 in UTC. `saved` and `read` are there if the paper has that mark, `paper` if it is saved, `note` if the reader
 * wrote one. Version 1, which has no notes, is read too. Unknown fields are ignored, a higher major version is refused.
 */
import * as z from "zod/mini";
import { isDay } from "../digest/dates.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { facts, paperId } from "./mark-schema.ts";
import { asNote, type Mark, type Marks, merged } from "./marks.ts";
import { isTime } from "./stored-form.ts";
import { MARKS_FORMAT, MARKS_VERSION } from "./write-marks-file.ts";

/** No reader marks that many; a file with more is not one of ours. */
const MOST = 200_000;

/** ISO 8601 in UTC. zod's own brings the forms of all zones along. */
const isoTime = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/),
  z.refine((text) => isDay(text.slice(0, 10))),
);
const FileMark = z.object({
  id: paperId,
  saved: z.optional(isoTime),
  read: z.optional(isoTime),
  paper: z.optional(facts),
  note: z.optional(z.string()),
});
const MarksFile = z.object({
  format: z.literal(MARKS_FORMAT),
  version: z.number(),
  marks: z.array(z.unknown()).check(z.maxLength(MOST)),
});

/** A file of all of a reader's own data has such a file within it. */
const OwnData = z.object({ format: z.literal("hot-papers-data"), marks: z.unknown() });

/** `notJson`: cut short, or something else; `notMarks`: JSON of another kind; `newerVersion`: of a later Hot Papers. */
export type MarksFileProblem = "notJson" | "notMarks" | "newerVersion";

export type MarksFileRead =
  | { ok: true; marks: Marks; unreadable: number }
  | { ok: false; problem: MarksFileProblem };

/**
 * Reads such a file. A mark that cannot be read is dropped and counted, and so is one with a time before 1970, which could not be
 * kept. A time in the future, from a wrong clock, counts as now.
 *
 * @param now in ms since 1970
 */
export function readMarksFile(text: string, now = Date.now()): MarksFileRead {
  const value = parsed(text);
  if (value === undefined) return { ok: false, problem: "notJson" };
  const file = MarksFile.safeParse(OwnData.safeParse(value).data?.marks ?? value);
  if (!file.success || file.data.version < 1) return { ok: false, problem: "notMarks" };
  if (file.data.version >= MARKS_VERSION + 1) return { ok: false, problem: "newerVersion" };
  const marks = new Map<PaperId, Mark>();
  let unreadable = 0;
  for (const each of file.data.marks) {
    const read = readMark(each, now);
    if (read) marks.set(read[0], merged(marks.get(read[0]), read[1]));
    else unreadable += 1;
  }
  return { ok: true, marks, unreadable };
}

function readMark(value: unknown, now: number): [PaperId, Mark] | undefined {
  const checked = FileMark.safeParse(value);
  if (!checked.success) return undefined;
  const { id, saved, read, paper, note: written = "" } = checked.data;
  const note = asNote(written);
  // Without its facts a saved paper could not be shown.
  if ((saved !== undefined && !paper) || (saved === undefined && read === undefined)) return undefined;
  const mark: Mark = {
    ...(saved !== undefined &&
      paper && { saved: timeOf(saved, now), paper: { id, ...paper }, ...(note && { note }) }),
    ...(read !== undefined && { read: timeOf(read, now) }),
  };
  const times = [mark.saved, mark.read].filter((time) => time !== undefined);
  return times.every(isTime) ? [id, mark] : undefined;
}

const timeOf = (iso: string, now: number) => Math.min(Date.parse(iso), now);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
}
