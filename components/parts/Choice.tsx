import "./choice.css";

interface ChoiceProps<Value extends string> {
  /** What is chosen, for screen readers and as the tooltip. */
  label: string;
  value: Value;
  options: readonly { value: Value; words: string }[];
  onChoose: (value: Value) => void;
  /** The pointer or the focus is on it, a moment before anything is chosen. */
  onPrepare?: () => void;
}

/** One of a few things, in the browser's own list: quiet until it is opened. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
  onPrepare,
}: ChoiceProps<Value>) {
  return (
    <select
      class="choice"
      aria-label={label}
      title={label}
      value={value}
      onPointerEnter={onPrepare}
      onFocus={onPrepare}
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
  );
}
