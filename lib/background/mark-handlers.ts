/** Marks: the worker alone writes them, one change after the other. */
import { readMarksFile } from "../marks/marks-file.ts";
import { deletePrivateMarks, storePrivateChange } from "../marks/private-marks.ts";
import { deleteMarks, storeChange, storeMerged } from "../marks/stored-marks.ts";
import type { Handlers } from "../messages/serve.ts";
import { createQueue } from "../queue.ts";

type MarkHandlers = Pick<Handlers, "setMark" | "importMarks" | "deleteMarks">;

const inTurn = createQueue();

/** Forgets all marks, those of private windows too, after what is under way. */
export const deleteAllMarks = (): Promise<void> =>
  inTurn(async () => {
    await Promise.all([deleteMarks(), deletePrivateMarks()]);
  });

export function createMarkAnswers(): MarkHandlers {
  return {
    setMark: ({ privately, ...change }) =>
      inTurn(async () => {
        await (privately ? storePrivateChange(change) : storeChange(change));
        return null;
      }),
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
