import * as z from "zod/mini";
import { isDay, isLocalTime } from "./dates.ts";
import type { Digest } from "./digest.ts";
import { readField, splitFields } from "./front-matter-fields.ts";
import { MAX_HEAD, MAX_LINE } from "./limits.ts";
import { type Problem, problem } from "./problem.ts";
import { SourceStates } from "./schema.ts";
import { oneLine } from "./tidy-text.ts";

/** What a digest's front matter says of it. */
export type Head = Pick<Digest, "date" | "title" | "generated" | "sources">;

interface FrontMatter {
  head?: Head;
  /** Index of the first line after the front matter. */
  body: number;
  problems: Problem[];
}

const Fields = z.object({
  title: z.string().check(z.maxLength(MAX_LINE), z.overwrite(oneLine), z.minLength(1)),
  date: z.optional(z.string()),
  day: z.optional(z.string()),
  sources: z.optional(z.unknown()),
});

/** The first day that a title names, real or not. */
export const dayInTitle = (title: string): string | undefined => /\d{4}-\d{2}-\d{2}(?!\d)/.exec(title)?.[0];

/**
 * `2021-08-13T08:41:50.Z` as the archive writes it, `2021-08-13 08:41:50 +0900` as other site generators do: the local time,
 * without its zone. Undefined if it is not a time.
 */
function timeOfWriting(text: string): string | undefined {
  const [, day, clock, seconds = ":00"] = TIME_OF_WRITING.exec(text.trim()) ?? [];
  const time = `${day}T${clock}${seconds}`;
  return isLocalTime(time) ? time : undefined;
}

const TIME_OF_WRITING = /^(\d{4}-\d{2}-\d{2})[Tt ] *(\d{2}:\d{2})(:\d{2})?/u;

/**
 * Reads the lines between the first two `---`. The day is the one in the title (or `day:`, if a title has none); `date:`
 * is the time of writing, whose end is malformed in the archive (`2021-08-13T08:41:50.Z`) and is cut off.
 */
export function parseFrontMatter(lines: readonly string[]): FrontMatter {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return { body: 0, problems: [problem("empty")] };
  if (lines[first]?.trimEnd() !== "---")
    return { body: 0, problems: [problem("noDigest", first + 1, lines[first])] };
  const length = lines.slice(first + 1).findIndex((line) => line.trimEnd() === "---");
  if (length < 0) return { body: 0, problems: [problem("frontMatter", first + 1, "no closing ---")] };
  const body = first + length + 2;
  const fail = (code: Problem["code"], found?: string): FrontMatter => ({
    body,
    problems: [problem(code, first + 1, found)],
  });

  const written = lines.slice(first + 1, body - 1);
  const characters = written.reduce((sum, line) => sum + line.length + 1, 0);
  if (characters > MAX_HEAD) return fail("frontMatter", `${characters} characters`);
  const fields = readFields(written);
  if (typeof fields === "string") return fail("frontMatter", fields);
  const { title } = fields;
  const date = fields.day ?? dayInTitle(title) ?? "";
  if (!isDay(date)) return fail("date", title);
  // Without a time of writing a digest is older than any that has one.
  const generated = timeOfWriting(fields.date ?? "") ?? `${date}T00:00:00`;
  const sources = SourceStates.safeParse(fields.sources);
  return {
    head: {
      date,
      title,
      generated,
      ...(sources.success && { sources: sources.data as NonNullable<Head["sources"]> }),
    },
    body,
    problems: [],
  };
}

/** The fields that we need, or what is wrong with them. */
function readFields(lines: readonly string[]): z.infer<typeof Fields> | string {
  let split: ReturnType<typeof splitFields>;
  try {
    split = splitFields(lines);
  } catch (error) {
    return (error as Error).message;
  }
  const valueOf = (name: string) => {
    const field = split.get(name);
    return field && readField(field);
  };
  const names = Object.keys(Fields.shape);
  const fields = Fields.safeParse(Object.fromEntries(names.map((name) => [name, valueOf(name)])));
  return fields.success ? fields.data : String(fields.error.issues[0]?.path[0]);
}
