/** One paper with all that the index has of it, for the page that has room for it. */
import type { ConversationEntry } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { plainError } from "../../texts/plain-error.ts";

/**
 * - `none`: no digest of the index has it;
 * - `failed`: the index cannot be read; `reason` says why, in the browser's words.
 */
export type PaperDetail =
  | { kind: "loading"; id: PaperId }
  | { kind: "none"; id: PaperId }
  | { kind: "failed"; id: PaperId; reason: string }
  | { kind: "paper"; id: PaperId; newest: ConversationEntry; entries: readonly ConversationEntry[] };

interface PaperDetailOptions {
  /** Every entry of a paper with its words, newest day first. */
  read: (id: PaperId) => Promise<ConversationEntry[]>;
  /** Called with every change; undefined if no paper is asked for. */
  onDetail: (detail: PaperDetail | undefined) => void;
}

export interface PaperDetails {
  show: (id: PaperId | undefined) => void;
  /** Entries may be others now. */
  indexChanged: () => void;
}

/** What is asked last wins. */
export function createPaperDetails({ read, onDetail }: PaperDetailOptions): PaperDetails {
  let shown: PaperId | undefined;
  let asked = 0;

  async function ask(id: PaperId) {
    const turn = (asked += 1);
    const detail = await read(id).then(
      (entries): PaperDetail => {
        const [newest] = entries;
        return newest ? { kind: "paper", id, newest, entries } : { kind: "none", id };
      },
      (error: unknown): PaperDetail => ({
        kind: "failed",
        id,
        reason: plainError(error),
      }),
    );
    if (turn === asked) onDetail(detail);
  }

  return {
    show(id) {
      if (id === shown) return;
      shown = id;
      asked += 1;
      onDetail(id && { kind: "loading", id });
      if (id) void ask(id);
    },
    indexChanged() {
      if (shown) void ask(shown);
    },
  };
}
