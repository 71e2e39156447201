/** One bad record does not cost the answer: each is checked by itself. */
import type * as zod from "zod/mini";
import { SourceError } from "./source-error.ts";

/**
 * The records that fit the schema, and a note if some did not. Throws `SourceError` "unreadable" when there are records
 * and none fits: then the service has changed, and "no talk" would be wrong.
 */
export function keepReadable<Schema extends zod.ZodMiniType>(
  records: readonly unknown[],
  schema: Schema,
  url: string,
): { kept: zod.output<Schema>[]; notes: string[] } {
  const kept: zod.output<Schema>[] = [];
  for (const record of records) {
    const checked = schema.safeParse(record);
    if (checked.success) kept.push(checked.data);
  }
  const lost = records.length - kept.length;
  if (lost > 0 && kept.length === 0)
    throw new SourceError("unreadable", url, "no record has the expected shape");
  return { kept, notes: lost > 0 ? [`${lost} of ${records.length} records could not be read`] : [] };
}
