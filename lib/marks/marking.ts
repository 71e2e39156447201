/** Marks as a page shows them: a press counts at once, and can be taken back for a while. */
import type { Mark, MarkChange, MarkedPaper, MarkKind, Marks } from "./marks.ts";
import { withChange } from "./marks.ts";
import { plainError } from "../texts/plain-error.ts";

/** What a list needs to show marks and to set them. */
export interface Marking {
  marks: Marks;
  /** Sets a state, as the reader asked for; can be undone. */
  onMark: (paper: MarkedPaper, kind: MarkKind, on: boolean) => void;
  /** A link to the paper was followed: it is read from then on, quietly. */
  onOpen: (paper: MarkedPaper) => void;
}

export interface MarkingModel extends Marking {
  /** The reader's last change, while it is offered to undo it. */
  last?: Pick<MarkChange, "paper" | "kind" | "on">;
  /** Why the last change could not be kept. */
  trouble?: string;
  onUndo: () => void;
}

interface MarkingSources {
  /** Tells the worker of a change, before anything is awaited: a popup may close in the same moment. */
  store: (change: MarkChange) => Promise<unknown>;
  watch: (onMarks: (marks: Marks) => void, signal: AbortSignal) => void;
  now: () => number;
  /** False in private windows: there, nothing is kept but what the reader presses. */
  keepsOpened: () => boolean;
  /** Called with every change, first when the marks have been read. */
  onModel: (model: MarkingModel) => void;
  signal: AbortSignal;
}

/** How long undo is offered, in ms; the mark's own button undoes it for ever. */
export const UNDO_FOR = 15_000;

export function createMarking({ store, watch, now, keepsOpened, onModel, signal }: MarkingSources): void {
  let stored: Marks = new Map();
  /** Changes that the worker has not confirmed yet, in order. */
  let waiting: readonly MarkChange[] = [];
  let last: { change: MarkChange; before: Mark | undefined } | undefined;
  let trouble: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const marks = () => waiting.reduce(changed, stored);
  const tell = () =>
    onModel({
      marks: marks(),
      onMark,
      onOpen,
      onUndo,
      ...(last && { last: last.change }),
      ...(trouble !== undefined && { trouble }),
    });

  async function change(made: MarkChange) {
    trouble = undefined;
    waiting = [...waiting, made];
    const storing = store(made);
    tell();
    try {
      await storing;
      stored = changed(stored, made); // what is watched may tell it later
    } catch (error) {
      trouble = plainError(error);
      if (last?.change === made) last = undefined;
    }
    waiting = waiting.filter((each) => each !== made);
    tell();
  }

  function offerUndo(offered: typeof last) {
    clearTimeout(timer);
    last = offered;
    timer = setTimeout(() => {
      last = undefined;
      tell();
    }, UNDO_FOR);
  }

  function onMark(paper: MarkedPaper, kind: MarkKind, on: boolean) {
    const before = marks().get(paper.id);
    if ((before?.[kind] !== undefined) === on) return;
    const made = { paper, kind, on, at: now() };
    offerUndo({ change: made, before });
    void change(made);
  }

  function onOpen(paper: MarkedPaper) {
    if (keepsOpened() && marks().get(paper.id)?.read === undefined)
      void change({ paper, kind: "read", on: true, at: now() });
  }

  function onUndo() {
    if (!last) return;
    const { change: made, before } = last;
    clearTimeout(timer);
    last = undefined;
    // A mark comes back as it was: with its time and its facts.
    const paper = (made.kind === "saved" && before?.paper) || made.paper;
    void change({ paper, kind: made.kind, on: !made.on, at: before?.[made.kind] ?? now() });
  }

  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  watch((marksNow) => {
    stored = marksNow;
    tell();
  }, signal);
}

function changed(marks: Marks, change: MarkChange): Marks {
  const { id } = change.paper;
  const after = withChange(marks.get(id), change);
  const next = new Map(marks);
  if (after) next.set(id, after);
  else next.delete(id);
  return next;
}
