/** Errors as sentences for the reader: what is wrong, and what to do. */
import { StoreError, type StoreErrorCode } from "../store/store-error.ts";
import { text, type TextKey } from "../texts/text.ts";

const STORE_TEXTS = {
  full: "problemStoreFull",
  newerVersion: "problemStoreNewerVersion",
  blocked: "problemStoreBlocked",
  failed: "problemStoreFailed",
} as const satisfies Record<StoreErrorCode, TextKey>;

/** An error that stopped us from doing what was asked. */
export function plainText(error: unknown): string {
  if (error instanceof StoreError) return text(STORE_TEXTS[error.code], causeOf(error));
  return error instanceof Error ? error.message : String(error);
}

const causeOf = ({ cause }: StoreError) => (cause instanceof Error ? cause.message || cause.name : "");
