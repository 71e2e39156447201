import { keepError } from "./settings/last-errors.ts";

/** Logs an error that is not shown otherwise, and keeps it for "Report a problem". */
export function warn(error: unknown, what?: string): void {
  console.warn(what === undefined ? "Hot Papers:" : `Hot Papers: ${what};`, error);
  void keepError(error, Date.now());
}
