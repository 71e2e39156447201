/** Marks: only the worker writes them, one change after the other. */
import type { MarkChange, MarkedPaper } from "../marks/marks.ts";
import { readMarksFile } from "../marks/marks-file.ts";
import {
  deletePrivateMarks,
  readPrivateChanges,
  storePrivateChanges,
  withChanges,
} from "../marks/private-marks.ts";
import { deleteMarks, readMarks, storeChanges, storeMerged } from "../marks/stored-marks.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { MARKED } from "../marks/marked.ts";
import { storedValue } from "../stored-value.ts";
import type { Handlers } from "../messages/serve.ts";
import { createQueue } from "../queue.ts";

type MarkHandlers = Pick<Handlers, "setMark" | "setMarks" | "importMarks" | "deleteMarks" | "pageMarks">;

const inTurn = createQueue();
const marked = storedValue(MARKED);

/** Forgets all marks, those of private windows too, after what is under way. */
export const deleteAllMarks = (): Promise<void> =>
  inTurn(async () => {
    await Promise.all([deleteMarks(), deletePrivateMarks(), marked.remove()]);
  });

/** @param factsOf what the index knows of a paper; undefined if it is in no digest */
export function createMarkAnswers(factsOf: (id: PaperId) => Promise<MarkedPaper | undefined>): MarkHandlers {
  const store = (changes: readonly MarkChange[], privately = false) =>
    inTurn(async () => {
      if (privately) await storePrivateChanges(changes);
      else {
        await storeChanges(changes);
        await marked.write(true);
      }
      return null;
    });
  return {
    setMark: ({ privately, ...change }) => store([change], privately),
    setMarks: ({ changes, privately }) => store(changes, privately),
    importMarks: async ({ content }) => {
      const read = readMarksFile(content);
      if (!read.ok) return read;
      const counts = await inTurn(async () => {
        const merged = await storeMerged(read.marks);
        await marked.write(true);
        return merged;
      });
      return { ok: true, ...counts, unreadable: read.unreadable };
    },
    async pageMarks({ ids, change, privately = false }) {
      if (change) {
        const papers = await Promise.all(ids.map(factsOf));
        const at = Date.now();
        await store(
          papers.flatMap((paper) => (paper ? { ...change, paper: factsIn(paper), at } : [])),
          privately,
        );
      }
      const marks = withChanges(await readMarks(), privately ? await readPrivateChanges() : []);
      return ids.flatMap((id) => {
        const { saved, read } = marks.get(id) ?? {};
        return (saved ?? read) ? { id, saved: saved !== undefined, read: read !== undefined } : [];
      });
    },
    async deleteMarks() {
      await deleteAllMarks();
      return null;
    },
  };
}

const factsIn = ({ id, title, authors, categories, date }: MarkedPaper): MarkedPaper => ({
  id,
  title,
  authors,
  categories,
  date,
});
