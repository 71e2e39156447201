/**
 * Codes of feeds that answer with something unusable; with all other codes nothing came. One list for the options, which tell the
 * cause, and for the popup, which tells one of two sentences.
 */
const UNUSABLE: ReadonlySet<string> = new Set([
  "noFeed",
  "unreadable",
  "newerVersion",
  "tooLarge",
  "checksum",
  "insecure",
  "local",
  "interrupted",
]);

export const isUnusable = (code: string): boolean => UNUSABLE.has(code);
