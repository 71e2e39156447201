/** Marks: the worker alone writes them, one change after the other. */
import type { MarkChange } from "../marks/marks.ts";
import { readMarksFile } from "../marks/marks-file.ts";
import { deletePrivateMarks, storePrivateChanges } from "../marks/private-marks.ts";
import { deleteMarks, storeChanges, storeMerged } from "../marks/stored-marks.ts";
import type { Handlers } from "../messages/serve.ts";
import { createQueue } from "../queue.ts";

type MarkHandlers = Pick<Handlers, "setMark" | "setMarks" | "importMarks" | "deleteMarks">;

const inTurn = createQueue();

/** Forgets all marks, those of private windows too, after what is under way. */
export const deleteAllMarks = (): Promise<void> =>
  inTurn(async () => {
    await Promise.all([deleteMarks(), deletePrivateMarks()]);
  });

export function createMarkAnswers(): MarkHandlers {
  const store = (changes: readonly MarkChange[], privately = false) =>
    inTurn(async () => {
      await (privately ? storePrivateChanges : storeChanges)(changes);
      return null;
    });
  return {
    setMark: ({ privately, ...change }) => store([change], privately),
    setMarks: ({ changes, privately }) => store(changes, privately),
    importMarks: async ({ content }) => {
      const read = readMarksFile(content);
      if (!read.ok) return read;
      const counts = await inTurn(() => storeMerged(read.marks));
      return { ok: true, ...counts, unreadable: read.unreadable };
    },
    async deleteMarks() {
      await deleteAllMarks();
      return null;
    },
  };
}
