/** A file from the reader's disk as text. Nothing else is done to it here: the worker reads the digest in it. */
import { MAX_FILE_BYTES } from "../../lib/digest/limits.ts";

export type FileRefusal =
  /** Larger than `limit` bytes, so it was not even opened. */
  | { kind: "refused"; reason: "tooLarge"; limit: number }
  /** `binary`: not UTF-8, or with a NUL, so not text. `unreadable`: the disk gave an error (moved away, a folder, no right). */
  | { kind: "refused"; reason: "binary" | "unreadable" };

export type FileContent = { kind: "text"; content: string } | FileRefusal;

export async function readDigestFile(file: Pick<File, "size" | "arrayBuffer">): Promise<FileContent> {
  if (file.size > MAX_FILE_BYTES) return { kind: "refused", reason: "tooLarge", limit: MAX_FILE_BYTES };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { kind: "refused", reason: "unreadable" };
  }
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return content.includes("\0") ? { kind: "refused", reason: "binary" } : { kind: "text", content };
  } catch {
    return { kind: "refused", reason: "binary" };
  }
}
