/** Why a file or a folder could not be read or written, in words. */
import { problemText } from "./problem-sentences.ts";

const WORDS = new Map([
  ["ENOENT", "there is no such file"],
  ["EISDIR", "this is a folder, not a file"],
  ["ENOTDIR", "this is a file, not a folder"],
  ["EACCES", "this is not permitted"],
  ["EPERM", "this is not permitted"],
  ["EROFS", "this disk cannot be written"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full"],
  ["ERR_FS_FILE_TOO_LARGE", problemText({ code: "tooLarge" })],
  ["ERR_STRING_TOO_LONG", problemText({ code: "tooLarge" })],
]);

/** What Node threw, as a piece of a sentence. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WORDS.get(code) ?? (error instanceof Error ? error.message : String(error));
}
