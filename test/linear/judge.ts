/**
 * Whether an expression takes time in proportion to its text. Two tools are asked, because each finds what the other does not:
 * scslre looks at the structure, recheck builds the automaton and tries attacks. recheck is used in its pure form, which needs
 * neither a program of the system nor Java.
 */
import { checkSync } from "recheck";
import { analyse } from "scslre";

// Otherwise it would look for a program or for Java first.
process.env["RECHECK_BACKEND"] = "pure";

/** Milliseconds for one expression; what takes longer to understand is to be written more simply. */
const TIME_LIMIT = 60_000;

/** Why an expression is not linear; undefined if it is. */
export function whyNotLinear(source: string, flags: string): string | undefined {
  const [report] = analyse({ source, flags }).reports;
  if (report) return `scslre: ${report.exponential ? "exponential" : "polynomial"} (${report.type})`;
  const verdict = checkSync(source, flags, { timeout: TIME_LIMIT });
  if (verdict.status === "safe") return undefined;
  if (verdict.status === "vulnerable") return `recheck: ${verdict.complexity.summary}`;
  return `recheck cannot tell (${verdict.error.kind}): write it more simply`;
}
