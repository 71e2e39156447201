import { useEffect, useRef } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";

/** As long as notes may be (lib/marks/marks.ts cuts longer ones). */
const LONGEST = 500;

interface NoteFieldProps {
  /** Of the paper. */
  title: string;
  note: string | undefined;
  onNote: (typed: string) => void;
  onClose: () => void;
}

/** The field of a note. Enter keeps it, Escape leaves it as it was. It takes the focus, because a press asked for it. */
export function NoteField({ title, note, onNote, onClose }: NoteFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNote(field.current?.value ?? "");
      }}
    >
      <input
        ref={field}
        type="text"
        autocomplete="off"
        dir="auto"
        maxLength={LONGEST}
        aria-label={text("noteOf", title)}
        defaultValue={note ?? ""}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.isComposing) return;
          event.preventDefault(); // in Chromium it would close the popup
          event.stopPropagation();
          onClose();
        }}
      />
      <button type="submit" class="button">
        {text("noteKeep")}
      </button>
      <button type="button" class="plain" onClick={onClose}>
        {text("noteCancel")}
      </button>
    </form>
  );
}
