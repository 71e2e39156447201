/** What could not be read of a digest, and where. The list is closed, so that every code has its sentence. */
/** All codes. Their sentences are elsewhere: English ones for the command line, the reader's for our pages. */
export const PROBLEM_CODES = [
  "empty",
  "notText",
  "webPage",
  "tooLarge",
  "noDigest",
  "frontMatter",
  "date",
  "future",
  "newerVersion",
  "json",
  "shape",
  "heading",
  "counts",
  "link",
  "cut",
  "entry",
  "duplicateId",
  "duplicateRank",
  "post",
  "postLink",
  "tooManyPapers",
  "tooManyPosts",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  code: ProblemCode;
  /** Line of the file, from 1, if there is one to name. */
  line?: number;
  /** What was found instead, shortened; text from outside. */
  detail?: string;
}

/** What reading a file gave: every digest that could be read, and all that could not. */
export interface ParseResult {
  digests: import("./digest.ts").Digest[];
  problems: Problem[];
}

/** A problem that quotes what was found, cut to a readable length. */
export function problem(code: ProblemCode, line?: number, found?: string): Problem {
  const detail = found?.slice(0, 200).replace(/\s+/g, " ").trim().slice(0, 60);
  return { code, ...(line !== undefined && { line }), ...(detail && { detail }) };
}
