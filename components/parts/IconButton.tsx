import type { Ref } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface IconButtonProps {
  icon: IconName;
  label: string;
  /** For a button that opens something under it: whether that is open, and its id. */
  open?: boolean;
  controls?: string;
  /** A small number on it. */
  count?: number;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress: () => void;
}

/** A square with an icon; its name is said by screen readers and shown as a tooltip. */
export function IconButton({ icon, label, open, controls, count = 0, buttonRef, onPress }: IconButtonProps) {
  return (
    <button
      {...(buttonRef && { ref: buttonRef })}
      type="button"
      class="square"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onPress}
    >
      <Icon name={icon} />
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
