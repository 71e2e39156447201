/** Marks as a page shows them: a press counts at once, and can be taken back for a while. */
import type { Mark, MarkChange, MarkedPaper, MarkKind, Marks } from "./marks.ts";
import { asNote, withChange } from "./marks.ts";
import { plainError } from "../texts/plain-error.ts";

/** What a list needs to show marks and to set them. */
export interface Marking {
  marks: Marks;
  /** Sets a state, as the reader asked for; can be undone. */
  onMark: (paper: MarkedPaper, kind: MarkKind, on: boolean) => void;
  /** Keeps what the reader wrote about a paper, and saves the paper if it is not saved; an empty text removes the note. Can be undone. */
  onNote: (paper: MarkedPaper, typed: string) => void;
  /** Removes papers from the saved ones, all at once. Can be undone. */
  onUnsave: (papers: readonly MarkedPaper[]) => void;
  /** A link to the paper was followed: it is read from then on, quietly. */
  onOpen: (paper: MarkedPaper) => void;
}

/** What the reader did last, while it is offered to undo it. */
export interface LastChange extends Pick<MarkChange, "paper" | "kind" | "on" | "note"> {
  /** How many papers it was about; `paper` is the first of them. */
  papers: number;
}

export interface MarkingModel extends Marking {
  last?: LastChange;
  /** Why the last change could not be kept. */
  trouble?: string;
  onUndo: () => void;
}

interface MarkingSources {
  /** Tells the worker of a change, before anything is awaited: a popup may close in the same moment. */
  store: (change: MarkChange) => Promise<unknown>;
  /** The same of many changes, which are kept together. */
  storeAll: (changes: MarkChange[]) => Promise<unknown>;
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

type Changes = readonly [MarkChange, ...MarkChange[]];

export function createMarking(sources: MarkingSources): void {
  const { store, storeAll, watch, now, keepsOpened, onModel, signal } = sources;
  let stored: Marks = new Map();
  /** Changes that the worker has not confirmed yet, in order. */
  let waiting: readonly Changes[] = [];
  /** What was pressed last, and what takes it back. */
  let last: { made: Changes; back: Changes } | undefined;
  let trouble: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const marks = () => waiting.reduce(changed, stored);
  const tell = () =>
    onModel({
      marks: marks(),
      onMark,
      onNote,
      onUnsave,
      onOpen,
      onUndo,
      ...(last && { last: { ...last.made[0], papers: last.made.length } }),
      ...(trouble !== undefined && { trouble }),
    });

  async function change(made: Changes) {
    trouble = undefined;
    waiting = [...waiting, made];
    const storing = made.length === 1 ? store(made[0]) : storeAll([...made]);
    tell();
    try {
      await storing;
      stored = changed(stored, made); // what is watched may tell it later
    } catch (error) {
      trouble = plainError(error);
      if (last?.made === made) last = undefined;
    }
    waiting = waiting.filter((each) => each !== made);
    tell();
  }

  /** Does what was pressed, and offers to take it back. */
  function press(made: Changes) {
    clearTimeout(timer);
    const known = marks();
    const [first, ...others] = made.map((each) => undoing(each, known.get(each.paper.id))) as [MarkChange];
    last = { made, back: [first, ...others] };
    timer = setTimeout(() => {
      last = undefined;
      tell();
    }, UNDO_FOR);
    void change(made);
  }

  function onMark(paper: MarkedPaper, kind: MarkKind, on: boolean) {
    const before = marks().get(paper.id);
    if ((before?.[kind] !== undefined) !== on) press([{ paper, kind, on, at: now() }]);
  }

  function onNote(paper: MarkedPaper, typed: string) {
    const note = asNote(typed);
    if (note !== (marks().get(paper.id)?.note ?? ""))
      press([{ paper, kind: "saved", on: true, at: now(), note }]);
  }

  function onUnsave(papers: readonly MarkedPaper[]) {
    const [first, ...others] = papers.map((paper): MarkChange => ({
      paper,
      kind: "saved",
      on: false,
      at: now(),
    }));
    if (first) press([first, ...others]);
  }

  function onOpen(paper: MarkedPaper) {
    if (keepsOpened() && marks().get(paper.id)?.read === undefined)
      void change([{ paper, kind: "read", on: true, at: now() }]);
  }

  function onUndo() {
    if (!last) return;
    const { back } = last;
    clearTimeout(timer);
    last = undefined;
    void change(back);
  }

  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  watch((marksNow) => {
    stored = marksNow;
    tell();
  }, signal);
}

/** The change that undoes another one: a mark comes back as it was, with its time, its facts and its note. */
function undoing({ paper, kind, on, at, note }: MarkChange, before: Mark | undefined): MarkChange {
  const was = before?.[kind];
  return {
    paper: (kind === "saved" && before?.paper) || paper,
    kind,
    on: was !== undefined,
    at: was ?? at,
    ...(kind === "saved" && was !== undefined && (!on || note !== undefined) && { note: before?.note ?? "" }),
  };
}

function changed(marks: Marks, changes: Changes): Marks {
  const next = new Map(marks);
  for (const change of changes) {
    const { id } = change.paper;
    const after = withChange(next.get(id), change);
    if (after) next.set(id, after);
    else next.delete(id);
  }
  return next;
}
