/** What marks look like in a message and in a file. */
import * as z from "zod/mini";
import { isDay } from "../digest/dates.ts";
import { isPaperId, type PaperId } from "../paper/paper-id.ts";
import { LAST_TIME, LONGEST_LINE, MOST_AUTHORS, MOST_CATEGORIES } from "./stored-form.ts";

const line = z.string().check(z.minLength(1), z.maxLength(LONGEST_LINE));
export const time = z.int().check(z.minimum(0), z.maximum(LAST_TIME));

export const paperId = z.custom<PaperId>((value) => typeof value === "string" && isPaperId(value));

/** A real day, `YYYY-MM-DD`. */
export const day = z.string().check(z.refine(isDay));

/** The facts of a saved paper. */
export const facts = z.object({
  title: line,
  authors: z.array(line).check(z.maxLength(MOST_AUTHORS)),
  categories: z.array(line).check(z.maxLength(MOST_CATEGORIES)),
  date: day,
});
