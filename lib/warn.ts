import { keepError } from "./settings/last-errors.ts";

/** Tells the console of something that went wrong and is not shown otherwise, and keeps it for "Report a problem". */
export function warn(error: unknown, what?: string): void {
  console.warn(what === undefined ? "Hot Papers:" : `Hot Papers: ${what};`, error);
  void keepError(error, Date.now());
}
