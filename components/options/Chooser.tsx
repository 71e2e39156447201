import { useId } from "preact/hooks";
import "./chooser.css";

interface ChooserProps<Value extends string> {
  label: string;
  hint?: string;
  /** Absent until it is known: then nothing can be chosen. */
  value: Value | undefined;
  options: readonly { value: Value; words: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few things, with effect at once; its label is on show. */
export function Chooser<Value extends string>({
  label,
  hint,
  value,
  options,
  onChoose,
}: ChooserProps<Value>) {
  const id = useId();
  return (
    <div class="chooser">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={value === undefined}
        {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
