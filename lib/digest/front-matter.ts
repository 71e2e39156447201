import { boolCoreTag, FAILSAFE_SCHEMA, load } from "js-yaml";
import * as z from "zod/mini";
import { isDay, isLocalTime } from "./dates.ts";
import type { Digest } from "./digest.ts";
import { MAX_HEAD, MAX_LINE } from "./limits.ts";
import { type Problem, problem } from "./problem.ts";
import { SourceStates } from "./schema.ts";
import { oneLine } from "./tidy-text.ts";

/** Texts, lists, maps, true and false: a date stays as it is written. */
const YAML = FAILSAFE_SCHEMA.withTags(boolCoreTag);

/** What a digest's front matter says of it. */
export type Head = Pick<Digest, "date" | "title" | "generated" | "sources">;

interface FrontMatter {
  head?: Head;
  /** Index of the first line behind the front matter. */
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
 * Reads the lines between the first two `---`. The day is the one in the title (or `day:`, where a title has none); `date:`
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

  const written = lines.slice(first + 1, body - 1).join("\n");
  if (written.length > MAX_HEAD) return fail("frontMatter", `${written.length} characters`);
  let yaml: unknown;
  try {
    yaml = load(written, { schema: YAML });
  } catch (error) {
    return fail("frontMatter", error instanceof Error ? error.message.split("\n")[0] : undefined);
  }
  const fields = Fields.safeParse(yaml);
  if (!fields.success) return fail("frontMatter", fields.error.issues[0]?.path.join(".") || "no fields");
  const { title } = fields.data;
  const date = fields.data.day ?? dayInTitle(title) ?? "";
  if (!isDay(date)) return fail("date", title);
  const time = fields.data.date?.slice(0, 19) ?? "";
  // Without a time of writing a digest is older than any that has one.
  const generated = isLocalTime(time) ? time : `${date}T00:00:00`;
  const sources = SourceStates.safeParse(fields.data.sources);
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
