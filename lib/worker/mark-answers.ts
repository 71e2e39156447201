/** Marks: the worker alone writes them, one change after the other. */
import { readMarksFile } from "../marks/marks-file.ts";
import { deleteMarks, storeChange, storeMerged } from "../marks/stored-marks.ts";
import type { Handlers } from "../messages/serve.ts";
import { createQueue } from "./queue.ts";

type MarkHandlers = Pick<Handlers, "setMark" | "importMarks" | "deleteMarks">;

export function createMarkAnswers(): MarkHandlers {
  const inTurn = createQueue();
  return {
    setMark: (change) =>
      inTurn(async () => {
        await storeChange(change);
        return null;
      }),
    importMarks: async ({ content }) => {
      const read = readMarksFile(content);
      if (!read.ok) return read;
      const counts = await inTurn(() => storeMerged(read.marks));
      return { ok: true, ...counts, unreadable: read.unreadable };
    },
    deleteMarks: () =>
      inTurn(async () => {
        await deleteMarks();
        return null;
      }),
  };
}
