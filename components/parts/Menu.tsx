import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { besideButton } from "./beside-button.ts";
import "./menu.css";

export interface MenuItem {
  words: string;
  onPick: () => void;
}

interface MenuProps {
  /** Name of the button; it says what the menu is for. */
  label: string;
  /** Shown when the pointer rests on the button. */
  title: string;
  /** What the button shows. */
  children: ComponentChildren;
  items: readonly MenuItem[];
}

/**
 * A quiet button that opens a small menu: the browser's own popover, so Escape and a press elsewhere close it and the focus goes
 * back. Arrows, Home and End move in it. Its items are made when it opens: a list has thousands of such buttons.
 */
export function Menu({ label, title, children, items }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const buttons = () => [...(menu.current?.querySelectorAll("button") ?? [])];

  function move(event: KeyboardEvent) {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // the page has keys of its own
    all.at(to % all.length)?.focus();
  }

  return (
    <>
      <button
        type="button"
        class="square quiet"
        popovertarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={title}
        onClick={(event) => {
          setOpen(true);
          if (menu.current) besideButton(menu.current, event.currentTarget.getBoundingClientRect());
        }}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={move}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          if (opened) buttons()[0]?.focus();
        }}
      >
        {open &&
          items.map(({ words, onPick }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                menu.current?.hidePopover();
                onPick();
              }}
            >
              {words}
            </button>
          ))}
      </div>
    </>
  );
}
