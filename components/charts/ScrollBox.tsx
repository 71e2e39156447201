import type { ComponentChildren, RefObject } from "preact";

interface ScrollBoxProps {
  /** Names its contents. */
  name: string;
  /** Id of a sentence about it. */
  describedBy?: string;
  class: string;
  box?: RefObject<HTMLElement | null>;
  children: ComponentChildren;
}

/** Contents that may be wider or higher than their place: they scroll by themselves, by keyboard too. */
export const ScrollBox = ({ name, describedBy, class: own, box, children }: ScrollBoxProps) => (
  <section
    {...(box && { ref: box })}
    class={`chart-scroll ${own}`}
    aria-label={name}
    {...(describedBy !== undefined && { "aria-describedby": describedBy })}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- people without a mouse scroll it by keys
    tabIndex={0}
  >
    {children}
  </section>
);
