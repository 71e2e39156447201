import { expect, test, vi } from "vitest";
import { MAX_FILE_BYTES } from "../../../lib/digest/limits.ts";
import { readDigestFile } from "../../../components/options/read-digest-file.ts";

test("reads UTF-8 text, without its byte order mark", async () => {
  expect(await readDigestFile(new File(["\uFEFF# 1. Café ∀x"], "a.md"))).toEqual({
    kind: "text",
    content: "# 1. Café ∀x",
  });
});

test("an empty file is text; the worker says what it thinks of it", async () => {
  expect(await readDigestFile(new File([], "a.md"))).toEqual({ kind: "text", content: "" });
});

test("a file above the limit is not even opened", async () => {
  const arrayBuffer = vi.fn();
  expect(await readDigestFile({ size: MAX_FILE_BYTES + 1, arrayBuffer })).toEqual({
    kind: "refused",
    reason: "tooLarge",
    limit: MAX_FILE_BYTES,
  });
  expect(arrayBuffer).not.toHaveBeenCalled();
});

test.each([
  ["an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ["text in Latin-1", Uint8Array.of(0x43, 0x61, 0x66, 0xe9)],
  ["text with a NUL", Uint8Array.of(0x41, 0, 0x42)],
])("%s is refused as not being text, instead of read with gaps", async (_, bytes) => {
  expect(await readDigestFile(new File([bytes], "a.md"))).toEqual({ kind: "refused", reason: "binary" });
});

test("a file that cannot be opened is refused as such: it was moved, or is a folder", async () => {
  const arrayBuffer = async () => {
    throw new DOMException("gone", "NotFoundError");
  };
  expect(await readDigestFile({ size: 10, arrayBuffer })).toEqual({ kind: "refused", reason: "unreadable" });
});
