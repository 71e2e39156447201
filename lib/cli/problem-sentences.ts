/** What could not be read of a file, as English sentences for the command line. */
import type { Problem, ProblemCode } from "../digest/problem.ts";

const SENTENCES = {
  empty: "the file is empty",
  notText: "this is not a text file; a digest is Markdown or JSON",
  webPage: "this is a web page, not a digest; save the digest's own file (.md or .json)",
  tooLarge: "the file is larger than 20 MB; a digest has a few kilobytes",
  noDigest:
    "there is no digest in this file; it needs front matter with a title like “Hot Papers 2021-08-12”",
  frontMatter: "the front matter between the two --- lines cannot be read; correct its YAML",
  date: "the digest's day is missing or is not a real day; the title must end with one like 2021-08-12",
  future: "the digest's day is after tomorrow; correct it",
  newerVersion: "this digest was made for a newer version; update the extension",
  json: "this is not complete JSON; the file may have been cut short",
  shape: "this is JSON, but not a digest",
  heading: "a heading does not have the form “# 1. Title”; its paper is left out",
  counts: "the counts are missing or are not numbers; the paper is left out",
  link: "the link to the abstract page is missing or names no arXiv paper; the paper is left out",
  cut: "the file ends in the middle of a paper; that paper is left out",
  entry: "a paper does not have the right form; it is left out",
  duplicateId: "the paper is in this digest already; the second one is left out",
  duplicateRank: "the rank is given twice; the second paper is left out",
  post: "a post does not have the right form or is cut short; it is left out",
  postLink: "a post's link is not http(s); the post is left out",
  tooManyPapers: "a digest has at most 2,000 papers; the rest is left out",
  tooManyPosts: "a paper has at most 50 posts; the rest is left out",
} as const satisfies Record<ProblemCode, string>;

/** The problem as a sentence, with what was found instead. */
export function problemText({ code, detail }: Problem): string {
  return detail ? `${SENTENCES[code]} (found: ${detail})` : SENTENCES[code];
}
