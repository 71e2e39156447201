/** Days before today that are still to be fetched, in `storage.local`: a worker that is stopped at any moment goes on with them. */
import * as z from "zod/mini";
import { storedValue } from "../stored-value.ts";

/** Key of what is stored. */
const KEY = "livePast";

const Stored = z.object({
  /** Days that have no list at Hugging Face. */
  none: z.array(z.string()),
  filling: z.optional(
    z.object({
      /** Newest first. */
      left: z.array(z.string()),
      of: z.number(),
      failures: z.number(),
      /** When it goes on after a failure, and what that was. */
      next: z.optional(z.number()),
      code: z.optional(z.string()),
    }),
  ),
});

export interface PastProgress {
  none: string[];
  /** Absent if nothing is left. */
  filling?: Filling | undefined;
}
export type Filling = NonNullable<z.output<typeof Stored>["filling"]>;

const stored = storedValue(KEY);

export async function readPastProgress(): Promise<PastProgress> {
  return Stored.safeParse(await stored.read()).data ?? { none: [] };
}

export const writePastProgress = (progress: PastProgress): Promise<void> => stored.write(progress);
