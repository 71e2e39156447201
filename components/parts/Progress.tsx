import { percent } from "../../lib/texts/quantity.ts";
import "./progress.css";

interface ProgressProps {
  /** 0 to 1. */
  value: number;
  /** What goes on, for screen readers. */
  label: string;
}

/** How far something has come, as a bar and in percent. */
export function Progress({ value, label }: ProgressProps) {
  const words = percent(value);
  return (
    <div class="progress">
      <progress value={value} max={1} aria-label={label}>
        {words}
      </progress>
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
