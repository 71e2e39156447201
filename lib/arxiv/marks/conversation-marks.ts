/** Marks of the paper of a conversation, connected with storage and the worker. */
import { onMarksChanged } from "../../marks/stored-marks.ts";
import type { MarkKind } from "../../marks/marks.ts";
import { ask } from "../../messages/ask.ts";
import type { PageMark } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";

/** @param privately this is a page of a private window */
export function conversationMarks(privately: boolean) {
  const marksOf = async (id: PaperId, change?: { kind: MarkKind; on: boolean }): Promise<PageMark> => {
    const [mark] = await ask("pageMarks", { ids: [id], change, privately });
    return mark ?? { id, saved: false, read: false };
  };
  return {
    read: (id: PaperId) => marksOf(id),
    set: (id: PaperId, kind: MarkKind, on: boolean) => marksOf(id, { kind, on }),
    watch: onMarksChanged,
  };
}
