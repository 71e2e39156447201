/** One file of a feed, or a digest within the feed's own file, as digests that may be stored. */
import type { Digest } from "../../digest/digest.ts";
import type { Head } from "../../digest/front-matter.ts";
import { parseDigestFile, withoutFuture } from "../../digest/parse-file.ts";
import { parseMarkdownBody } from "../../digest/parse-markdown.ts";
import type { ParseResult } from "../../digest/problem.ts";
import { parseDigest } from "../../digest/schema.ts";
import type { AsideCode } from "../feed-error.ts";

/** What a feed holds of a day, or of several. */
export interface DayContent {
  /** As the feed has it: it shows a change, and the size. Without `value` and `head` it is a file that `parseDigestFile` reads. */
  text: string;
  /** What was read of it already, not checked yet. */
  value?: unknown;
  /** What is known of the day beside the text, which is then Markdown without front matter. */
  head?: Head;
}

export interface ReadDigests {
  digests: Digest[];
  /** Why nothing, or not everything, of it could be used: the first of the reasons. */
  aside?: { code: AsideCode; detail?: string };
}

/** Characters of one file of digests: it is read in one piece, and other requests wait. A day of the archive has 72,000 at most. */
export const MOST_CHARACTERS = 9_000_000;

/**
 * Reads what a feed served. Every form goes through the same check of limits as the JSON form, because a feed is not ours.
 *
 * @param today `YYYY-MM-DD`: days after tomorrow are refused
 * @param date the day that the feed named, which the digest must have
 */
export function readDigests(content: DayContent, today: string, date?: string): ReadDigests {
  try {
    return readContent(content, today, date);
  } catch {
    return { digests: [], aside: { code: "unreadable" } }; // an unforeseen error costs this file
  }
}

function parse({ text, value, head }: DayContent, today: string): ParseResult {
  if (head) return withoutFuture(parseMarkdownBody(head, text), today);
  if (value === undefined) return parseDigestFile(text, today);
  const { digest, problems } = parseDigest(value);
  return withoutFuture({ digests: digest ? [digest] : [], problems }, today);
}

function readContent(content: DayContent, today: string, date: string | undefined): ReadDigests {
  const { text, value } = content;
  if (text.length > MOST_CHARACTERS) return { digests: [], aside: { code: "tooLarge" } };
  const { digests, problems } = parse(content, today);
  // The JSON form was already checked like this when it was read.
  const checked =
    value !== undefined || /^\s*[[{]/u.test(text)
      ? digests.map((digest) => ({ digest, problems: [] }))
      : digests.map((digest) => parseDigest(digest));
  const good = checked.flatMap(({ digest }) => digest ?? []);
  const right = good.filter((digest) => date === undefined || digest.date === date);
  const [first] = [...problems, ...checked.flatMap((each) => each.problems)];
  if (right.length < good.length) {
    return {
      digests: right,
      aside: { code: "wrongDate", detail: good.find((each) => each.date !== date)?.date ?? "" },
    };
  }
  if (!first && right.length === 0) return { digests: [], aside: { code: "noDigest" } };
  if (!first) return { digests: right };
  const { code, detail } = first;
  return { digests: right, aside: { code, ...(detail !== undefined && { detail }) } };
}
