import { dayHash } from "../../lib/hot-list/day-target.ts";
import type { DayView } from "../../lib/hot-list/hot-list-view.ts";
import { date as dayWords, longDate } from "../../lib/texts/format.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { DayPicker } from "./DayPicker.tsx";

interface DayBarProps {
  /** Absent where no day is on show: everything keeps its place, so that nothing jumps when one comes. */
  view: DayView | undefined;
  onPickDay: (date: string) => void;
}

/** The day on show, the digests before and after it, and a calendar. The two arrows never move. */
export function DayBar({ view, onPickDay }: DayBarProps) {
  return (
    <nav class="day-bar" aria-label={text("popupDays")}>
      {view && (
        <>
          <DayLink
            shown={view.day.date}
            day={view.previous}
            words="popupPrevious"
            none="popupNoPrevious"
            icon="previous"
          />
          <DayLink shown={view.day.date} day={view.next} words="popupNext" none="popupNoNext" icon="next" />
          <h2 id="day">
            <time dateTime={view.day.date}>{longDate(view.day.date)}</time>
          </h2>
          <DayPicker date={view.day.date} oldest={view.oldest} newest={view.newest} onPick={onPickDay} />
        </>
      )}
    </nav>
  );
}

interface DayLinkProps {
  shown: string;
  day: string | undefined;
  words: TextKey;
  none: TextKey;
  icon: IconName;
}

/** A link to a day's address. At the end of the days it leads to where one is, so that it keeps its place and the focus. */
function DayLink({ shown, day, words, none, icon }: DayLinkProps) {
  const label = day === undefined ? text(none) : text(words, dayWords(day));
  return (
    <a
      class="square"
      href={dayHash(day ?? shown)}
      aria-label={label}
      title={label}
      aria-disabled={day === undefined}
    >
      <Icon name={icon} />
    </a>
  );
}
