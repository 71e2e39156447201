/** Which day somebody asks for, as the address of a page says it: `popup.html#2021-08-12`. */
import { isDay } from "../digest/dates.ts";

/**
 * - `newest`: nothing was asked for;
 * - `day`: a real day, `YYYY-MM-DD`, with or without a digest;
 * - `unreadable`: the address names something that is no day; `asked` is what it says.
 */
export type DayTarget =
  | { kind: "newest" }
  | { kind: "day"; date: string }
  | { kind: "unreadable"; asked: string };

/** Reads the hash of an address, with or without its `#`. */
export function targetOf(hash: string): DayTarget {
  const asked = decoded(hash.replace(/^#/, ""));
  if (asked === "") return { kind: "newest" };
  return isDay(asked) ? { kind: "day", date: asked } : { kind: "unreadable", asked };
}

/** The hash that names a day. */
export const dayHash = (date: string): string => `#${date}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone `%`: shown as it is
  }
}
