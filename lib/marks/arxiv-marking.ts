/** Marks of papers on a page of arXiv, connected with storage and the worker. */
import { ask } from "../messages/ask.ts";
import type { PageMark } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { MarkKind } from "./marks.ts";
import { watchMarks } from "./stored-marks.ts";

/** Asks the worker for one paper's marks, after a change of them if there is one. */
export async function pageMark(
  id: PaperId,
  privately: boolean,
  change?: { kind: MarkKind; on: boolean },
): Promise<PageMark> {
  const [mark] = await ask("pageMarks", { ids: [id], change, privately });
  return mark ?? { id, saved: false, read: false };
}

/** Tells the marks that there are, and again after every change, until the signal ends it. */
export function watchPageMarks(
  onMarks: (marks: ReadonlyMap<PaperId, PageMark>) => void,
  signal: AbortSignal,
): void {
  watchMarks((marks) => {
    const told = [...marks].map(([id, { saved, read }]): [PaperId, PageMark] => [
      id,
      { id, saved: saved !== undefined, read: read !== undefined },
    ]);
    onMarks(new Map(told));
  }, signal);
}

/**
 * The same in a private window. Only the worker knows what was marked in those, so it is asked.
 *
 * @param ids the page's papers
 * @returns asks again: when the page comes back into sight, and after a change of its own
 */
export function watchPrivatePageMarks(
  ids: () => readonly PaperId[],
  onMarks: (marks: ReadonlyMap<PaperId, PageMark>) => void,
  signal: AbortSignal,
): () => Promise<void> {
  const again = async () => {
    const marks = await ask("pageMarks", { ids: [...ids()], privately: true });
    if (!signal.aborted) onMarks(new Map(marks.map((mark) => [mark.id, mark])));
  };
  watchMarks(() => void again().catch(() => undefined), signal); // an extension that is gone
  return again;
}
