/** Which of two papers is the newer one, by their ids: month first, then number. */
import { monthOf, numberOf } from "./paper-id.ts";
import type { PaperId } from "./paper-id.ts";

/** `2108` and `hep-th/9901` as a comparable month: ids up to the nineties begin with 9. */
function monthKey(id: PaperId): string {
  const month = monthOf(id).replace(/^.*\//, "");
  return `${month.startsWith("9") ? "19" : "20"}${month}`;
}

/** True when `a` is newer than `b`. Papers of one month in different old archives are ordered by name, to have an order. */
export function isNewer(a: PaperId, b: PaperId): boolean {
  if (monthKey(a) !== monthKey(b)) return monthKey(a) > monthKey(b);
  if (numberOf(a) !== numberOf(b)) return numberOf(a) > numberOf(b);
  return a > b;
}
