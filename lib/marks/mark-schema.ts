/** What marks look like in storage, in a message and in a file. */
import * as z from "zod/mini";
import { isPaperId, type PaperId } from "../paper/paper-id.ts";
import type { Mark, MarkedPaper } from "./marks.ts";

const line = z.string().check(z.minLength(1), z.maxLength(2000));
/** The last millisecond since 1970 that a `Date` can hold. */
const LAST = 8.64e15;
export const time = z.int().check(z.minimum(0), z.maximum(LAST));

export const paperId = z.custom<PaperId>((value) => typeof value === "string" && isPaperId(value));

/** The facts of a saved paper. Limits are those of digests. */
export const facts = z.object({
  title: line,
  authors: z.array(line).check(z.maxLength(5000)),
  categories: z.array(line).check(z.maxLength(50)),
  date: z.iso.date(),
});

const StoredMark = z.object({ saved: z.optional(time), read: z.optional(time), paper: z.optional(facts) });
const Stored = z.record(z.string(), z.unknown());

/** The marks in one stored value; one that is damaged costs itself, and a saved one without its facts is no saved one. */
export function readStored(value: unknown): [PaperId, Mark][] {
  return Object.entries(Stored.safeParse(value).data ?? {}).flatMap(([id, each]) => {
    const mark = isPaperId(id) ? readMark(id, each) : undefined;
    return mark ? [[id, mark] as [PaperId, Mark]] : [];
  });
}

function readMark(id: PaperId, value: unknown): Mark | undefined {
  if (isReadOnly(value)) return { read: value.read };
  const { saved, read, paper } = StoredMark.safeParse(value).data ?? {};
  const mark: Mark = {
    ...(saved !== undefined && paper && { saved, paper: { id, ...paper } }),
    ...(read !== undefined && { read }),
  };
  return mark.saved === undefined && mark.read === undefined ? undefined : mark;
}

/** Most marks are of this form. There can be thousands when a page opens, and a schema takes its time for each. */
function isReadOnly(value: unknown): value is { read: number } {
  if (typeof value !== "object" || value === null || !("read" in value) || "saved" in value) return false;
  return (
    typeof value.read === "number" && Number.isInteger(value.read) && value.read >= 0 && value.read <= LAST
  );
}

/** The inverse of `readStored`. */
export function toStored(marks: Iterable<[PaperId, Mark]>): Record<string, unknown> {
  return Object.fromEntries(
    [...marks].map(([id, { paper, ...times }]) => [
      id,
      { ...times, ...(paper && { paper: factsOf(paper) }) },
    ]),
  );
}

const factsOf = ({ title, authors, categories, date }: MarkedPaper) => ({ title, authors, categories, date });
