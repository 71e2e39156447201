import { useLayoutEffect, useRef } from "preact/hooks";
import { windowHash } from "../../lib/hot-list/target.ts";
import { text } from "../../lib/texts/text.ts";
import { Latest } from "../hot-list/Latest.tsx";
import { ListBody } from "../hot-list/ListBody.tsx";
import { type HotListProps, ListHead } from "../hot-list/ListHead.tsx";
import { UndoNotice } from "../marks/UndoNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import "./popup.css";

export interface PopupProps extends HotListProps {
  optionsUrl: string;
}

/** The popup: the frame is there at once, and keeps its shape whatever comes into it. */
export function Popup({ state, actions, optionsUrl }: PopupProps) {
  const { view, today } = state;
  const main = useRef<HTMLElement>(null);
  const shown = view.kind === "list" ? windowHash(view.list.window) : undefined;
  useLayoutEffect(() => main.current?.scrollTo(0, 0), [shown]); // another window begins at its first paper
  return (
    <>
      <header>
        <div class="brand">
          <Logo />
          <h1>{text("popupTitle")}</h1>
          {view.kind === "list" && <Latest view={view} today={today} />}
        </div>
        <ListHead state={state} actions={actions} />
      </header>
      <main
        ref={main}
        {...(view.kind === "list" && { "aria-labelledby": "window" })}
        aria-busy={view.kind === "loading"}
      >
        <ListBody state={state} actions={actions} optionsUrl={optionsUrl} />
      </main>
      <UndoNotice marking={state.marking} />
      <footer>
        <p>
          <a href={optionsUrl} target="_blank">
            {text("popupOptions")}
          </a>
        </p>
      </footer>
    </>
  );
}
