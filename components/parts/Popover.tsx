import type { ComponentChildren } from "preact";
import "./popover.css";

interface PopoverProps {
  /** Unique on the page. */
  id: string;
  /** Name of the button and of what it opens. */
  label: string;
  buttonClass: string;
  /** What the button shows; its label if absent. */
  button?: ComponentChildren;
  /** It opens. */
  onOpen?: (() => void) | undefined;
  children: ComponentChildren;
}

/**
 * A button and what it opens above the page. The browser's own popover: Escape and a press elsewhere close it, and the
 * focus goes back to the button.
 */
export function Popover({ id, label, buttonClass, button, onOpen, children }: PopoverProps) {
  return (
    <>
      <button
        type="button"
        class={buttonClass}
        popovertarget={id}
        {...(button !== undefined && { "aria-label": label, title: label })}
      >
        {button ?? label}
      </button>
      <dialog
        id={id}
        class="popover"
        popover="auto"
        aria-label={label}
        onBeforeToggle={({ newState }) => newState === "open" && onOpen?.()}
      >
        {children}
      </dialog>
    </>
  );
}
