import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import "./disclosure.css";

interface DisclosureProps {
  open: boolean;
  /** Id of the element that it opens. */
  controls: string;
  onToggle: () => void;
  children: ComponentChildren;
}

/** The button of something that opens elsewhere on the page. */
export function Disclosure({ open, controls, onToggle, children }: DisclosureProps) {
  return (
    <button
      type="button"
      class="plain disclosure"
      aria-expanded={open}
      {...(open && { "aria-controls": controls })}
      onClick={onToggle}
    >
      {children}
      <Icon name="more" />
    </button>
  );
}
