/** Where the rows of a paper are: which block, and where in it. */
import { monthOf, numberOf, type PaperId } from "../paper/paper-id.ts";
import { PART_BITS } from "./block.ts";

export interface Place {
  /** As `monthOf` gives it: `2108`, `hep-th/9901`. */
  month: string;
  part: number;
  /** 0 to 511. */
  offset: number;
}

export function placeOf(id: PaperId): Place {
  const number = numberOf(id);
  return { month: monthOf(id), part: number >> PART_BITS, offset: number & ((1 << PART_BITS) - 1) };
}

/** Values by block: `month`, then `part`. */
export class ByBlock<Value> {
  readonly months = new Map<string, Map<number, Value>>();

  /** The value of a block, made when it is asked for the first time. */
  at(month: string, part: number, make: () => Value): Value {
    let parts = this.months.get(month);
    if (!parts) this.months.set(month, (parts = new Map()));
    let value = parts.get(part);
    if (value === undefined) parts.set(part, (value = make()));
    return value;
  }

  get(month: string, part: number): Value | undefined {
    return this.months.get(month)?.get(part);
  }

  *entries(): IterableIterator<{ month: string; part: number; value: Value }> {
    for (const [month, parts] of this.months) for (const [part, value] of parts) yield { month, part, value };
  }
}
