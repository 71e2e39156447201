import { addDays } from "./dates.ts";
import { looksLikePage } from "./first-tag.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { parseJson } from "./parse-json.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { type ParseResult, problem } from "./problem.ts";

/**
 * Reads a file of digests, JSON or Markdown, told apart by its content. Never throws: what is not a digest is a problem.
 *
 * @param text the file's content, already decoded from UTF-8
 * @param today `YYYY-MM-DD`; if given, digests of days after tomorrow are refused
 */
export function parseDigestFile(text: string, today?: string): ParseResult {
  if (text.length > MAX_FILE_BYTES) return failed("tooLarge");
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start === "") return failed("empty");
  // A byte that no text has, or that decoding could not read. One of them in a digest's words is not a reason to refuse it.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!/^(?:---|[[{])/.test(start) && /[\u0000-\u0008\uFFFD]/.test(start)) return failed("notText");
  if (start.startsWith("<") && looksLikePage(text)) return failed("webPage");
  const result = /^[[{]/.test(start) ? parseJson(text) : parseMarkdown(text);
  return today === undefined ? result : withoutFuture(result, today);
}

/**
 * Without the digests of days after tomorrow, which are problems then: clocks differ by a day at most.
 *
 * @param today `YYYY-MM-DD`
 */
export function withoutFuture({ digests, problems }: ParseResult, today: string): ParseResult {
  const lastDay = addDays(today, 1);
  const future = digests.filter((digest) => digest.date > lastDay);
  return {
    digests: digests.filter((digest) => digest.date <= lastDay),
    problems: [...problems, ...future.map((digest) => problem("future", undefined, digest.date))],
  };
}

const failed = (code: Parameters<typeof problem>[0]): ParseResult => ({
  digests: [],
  problems: [problem(code)],
});
