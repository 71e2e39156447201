/** What could not be read of a digest, and where. The list is closed, so that every code has its sentence. */

const SENTENCES = {
  empty: "the file is empty",
  notText: "this is not a text file; a digest is Markdown or JSON",
  webPage: "this is a web page, not a digest; save the digest's own file (.md or .json)",
  tooLarge: "the file is larger than 20 MB; a digest has a few kilobytes",
  noDigest:
    "there is no digest in this file; it needs front matter with a title like “Hot Papers 2021-08-12”",
  frontMatter: "the front matter between the two --- lines cannot be read; correct its YAML",
  date: "the digest's day is missing or is no real day; the title must end with one like 2021-08-12",
  future: "the digest's day is after tomorrow; correct it",
  newerVersion: "this digest is of a newer version; update the extension",
  json: "this is not whole JSON; the file may have been cut short",
  shape: "this is JSON, but not a digest",
  heading: "a heading is not of the form “# 1. Title”; its paper is left out",
  counts: "the counts are missing or are not numbers; the paper is left out",
  link: "the link to the abstract page is missing or names no arXiv paper; the paper is left out",
  cut: "the file ends in the middle of a paper; that paper is left out",
  entry: "a paper is not of the right form; it is left out",
  duplicateId: "the paper is in this digest already; the second one is left out",
  duplicateRank: "the rank is given twice; the second paper is left out",
  post: "a post is not of the right form or is cut short; it is left out",
  postLink: "a post's link is not http(s); the post is left out",
  tooManyPapers: "a digest has at most 2,000 papers; the rest is left out",
  tooManyPosts: "a paper has at most 50 posts; the rest is left out",
} as const;

export type ProblemCode = keyof typeof SENTENCES;

export interface Problem {
  code: ProblemCode;
  /** Line of the file, from 1, where one can be named. */
  line?: number;
  /** What was found instead, shortened; text from outside. */
  detail?: string;
}

/** What reading a file gave: every digest that could be read, and all that could not. */
export interface ParseResult {
  digests: import("./digest.ts").Digest[];
  problems: Problem[];
}

/** All codes, for tests that want a sentence for each. */
export const PROBLEM_CODES = Object.keys(SENTENCES) as ProblemCode[];

/** The problem as an English sentence for the command line. */
export function problemText({ code, detail }: Problem): string {
  return detail ? `${SENTENCES[code]} (found: ${detail})` : SENTENCES[code];
}

/** A problem that quotes what was found, cut to a readable length. */
export function problem(code: ProblemCode, line?: number, found?: string): Problem {
  const detail = found?.slice(0, 200).replace(/\s+/g, " ").trim().slice(0, 60);
  return { code, ...(line !== undefined && { line }), ...(detail && { detail }) };
}
