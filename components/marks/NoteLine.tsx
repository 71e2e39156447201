import { useRef, useState } from "preact/hooks";
import type { Marking } from "../../lib/marks/marking.ts";
import type { MarkedPaper } from "../../lib/marks/marks.ts";
import { text } from "../../lib/texts/text.ts";
import { focusWhenThere, holderOf } from "../hot-list/focus-paper.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import "./note-line.css";

const loadField = () => import("./NoteField.tsx");

/** What the reader wrote about a saved paper, and a button to write it. */
export function NoteLine({ paper, marking }: { paper: MarkedPaper; marking: Marking }) {
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const field = useLoaded(loadField, open);
  const { saved, note } = marking.marks.get(paper.id) ?? {};
  if (saved === undefined) return null;
  const close = () => {
    const had = line.current?.contains(document.activeElement);
    setOpen(false);
    if (had) focusWhenThere(`${holderOf(paper.id)} [data-note]`);
  };
  return (
    <div ref={line} class="note-line">
      {open && field ? (
        <field.NoteField
          title={paper.title}
          note={note}
          onNote={(typed) => {
            marking.onNote(paper, typed);
            close();
          }}
          onClose={close}
        />
      ) : (
        <>
          {note !== undefined && <span dir="auto">{note}</span>}
          <button
            type="button"
            class="plain"
            data-note
            aria-label={text(note === undefined ? "noteAddOf" : "noteEditOf", paper.title)}
            onClick={() => setOpen(true)}
          >
            {text(note === undefined ? "noteAdd" : "noteEdit")}
          </button>
        </>
      )}
    </div>
  );
}
