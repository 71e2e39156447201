import { useId } from "preact/hooks";
import "./switch.css";

interface SwitchProps {
  label: string;
  hint: string;
  /** Absent until it is known: then it cannot be pressed. */
  on: boolean | undefined;
  onSwitch: (on: boolean) => void;
}

/** On or off, with effect at once. */
export function Switch({ label, hint, on, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <input
        id={id}
        type="checkbox"
        checked={on ?? false}
        disabled={on === undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}
