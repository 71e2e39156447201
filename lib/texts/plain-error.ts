/**
 * Errors as sentences for the reader: what is wrong, and what to do. What an engine or a library says of an error is for developers and
 * is never shown; its name is shown, as a code to report.
 */
import { text, type TextKey } from "./text.ts";

/** An error whose message is a sentence in the reader's language already. */
export class PlainError extends Error {
  override readonly name = "PlainError";
}

/** By the codes of the index (`lib/index/store-error.ts`). */
const STORE_TEXTS: Readonly<Record<string, TextKey>> = {
  full: "problemStoreFull",
  newerVersion: "problemStoreNewerVersion",
  blocked: "problemStoreBlocked",
  noDatabase: "problemStoreNoDatabase",
  damaged: "problemStoreDamaged",
};

/** What went wrong, as a sentence; never throws. */
export function plainError(error: unknown): string {
  const [name, code, message] = (["name", "code", "message"] as const).map((field) => textIn(error, field));
  if (name === "PlainError" || (name === "AskError" && code === "failed")) return message ?? "";
  if (name === "AskError") return text("problemNoAnswer");
  if (name === "StoreError") {
    const { cause } = error as { cause?: unknown };
    return text(STORE_TEXTS[code ?? ""] ?? "problemStoreFailed", textIn(cause, "name") || "unknown");
  }
  // Chromium says it in words only: "QUOTA_BYTES quota exceeded", https://developer.chrome.com/docs/extensions/reference/api/storage
  if (name === "QuotaExceededError" || /quota/iu.test(message ?? "")) return text("problemStorageFull");
  return text("problemUnexpected", name || "unknown");
}

/** A field of an error that is a text; empty if it is not one. */
function textIn(error: unknown, field: "name" | "code" | "message"): string {
  const value = typeof error === "object" && error !== null ? (error as Record<string, unknown>)[field] : "";
  return typeof value === "string" ? value : "";
}
