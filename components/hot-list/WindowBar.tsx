import type { ListView } from "../../lib/hot-list/hot-list-view.ts";
import { type HotWindow, rangeOf } from "../../lib/hot-list/hot-window.ts";
import { windowHash } from "../../lib/hot-list/target.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { windowHeading, windowName } from "../../lib/texts/window-text.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { DayPicker } from "./DayPicker.tsx";
import "./window-bar.css";

interface WindowBarProps {
  /** Absent where no list is on show: everything keeps its place, so that nothing jumps when one comes. */
  view: ListView | undefined;
  /** The category that the address names: it stays. */
  category: string | undefined;
  onPickDay: (date: string) => void;
}

/**
 * The window on show, those before and after it that have a digest, and a calendar. The two arrows never move; all time, which
 * nothing is before or after, has none.
 */
export function WindowBar({ view, ...rest }: WindowBarProps) {
  return (
    <nav class="window-bar" aria-label={text("popupDays")}>
      {view && <WindowBarOf view={view} {...rest} />}
    </nav>
  );
}

function WindowBarOf({ view, category, onPickDay }: WindowBarProps & { view: ListView }) {
  const { window } = view.list;
  const range = rangeOf(window);
  return (
    <>
      {window.span !== "all" && (
        <>
          <WindowLink
            shown={window}
            category={category}
            date={view.previous}
            words="popupPrevious"
            none="popupNoPrevious"
            icon="previous"
          />
          <WindowLink
            shown={window}
            category={category}
            date={view.next}
            words="popupNext"
            none="popupNoNext"
            icon="next"
          />
        </>
      )}
      <h2 id="window">
        {window.span === "day" && range ? (
          <time dateTime={range.from}>{windowHeading(window)}</time>
        ) : (
          windowHeading(window)
        )}
      </h2>
      <DayPicker date={window.date} oldest={view.oldest} newest={view.newest} onPick={onPickDay} />
    </>
  );
}

interface WindowLinkProps {
  shown: HotWindow;
  category: string | undefined;
  /** A day of the window that it leads to. */
  date: string | undefined;
  words: TextKey;
  none: TextKey;
  icon: IconName;
}

/** A link to a window's address. At the end of the days it leads to where one is, so that it keeps its place and the focus. */
function WindowLink({ shown, category, date, words, none, icon }: WindowLinkProps) {
  const next: HotWindow = { ...shown, date: date ?? shown.date };
  const label = date === undefined ? text(none) : text(words, windowName(next));
  return (
    <a
      class="square"
      href={windowHash(next, category)}
      aria-label={label}
      title={label}
      aria-disabled={date === undefined}
    >
      <Icon name={icon} />
    </a>
  );
}
