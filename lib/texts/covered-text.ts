/** What digests cover, in the reader's language. */
import { date, month } from "./format.ts";
import { text } from "./text.ts";

/** Both ends included, `YYYY-MM-DD`. */
interface Stretch {
  from: string;
  to: string;
}

/** "June 2020 to August 2021, 13 January 2022, April 2025 to August 2026" */
export const coveredText = (stretches: readonly Stretch[]): string =>
  stretches.map(stretchText).join(text("listSeparator"));

function stretchText({ from, to }: Stretch): string {
  if (from === to) return date(from);
  return month(from) === month(to) ? month(from) : text("coveredStretch", month(from), month(to));
}
