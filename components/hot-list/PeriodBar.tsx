import type { ListView } from "../../lib/hot-list/hot-list-view.ts";
import { type Period, rangeOf } from "../../lib/hot-list/period.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { periodHeading, periodName } from "../../lib/texts/period-text.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { DayPicker } from "./DayPicker.tsx";
import "./period-bar.css";

interface PeriodBarProps {
  /** Absent if no list is on show: everything keeps its place, so that nothing jumps when one comes. */
  view: ListView | undefined;
  /** The category that the address names: it stays. */
  category: string | undefined;
  onPickDay: (date: string) => void;
}

/**
 * The period on show, those before and after it that have a digest, and a calendar. The two arrows never move; all time, with nothing
 * before or after it, has none.
 */
export function PeriodBar({ view, ...rest }: PeriodBarProps) {
  return (
    <nav class="period-bar" aria-label={text("popupDays")}>
      {view && <PeriodBarOf view={view} {...rest} />}
    </nav>
  );
}

function PeriodBarOf({ view, category, onPickDay }: PeriodBarProps & { view: ListView }) {
  const { period } = view.list;
  const range = rangeOf(period);
  return (
    <>
      {period.span !== "all" && (
        <>
          <PeriodLink
            shown={period}
            category={category}
            date={view.previous}
            words="popupPrevious"
            none="popupNoPrevious"
            icon="previous"
          />
          <PeriodLink
            shown={period}
            category={category}
            date={view.next}
            words="popupNext"
            none="popupNoNext"
            icon="next"
          />
        </>
      )}
      <h2 id="period">
        {period.span === "day" && range ? (
          <time dateTime={range.from}>{periodHeading(period)}</time>
        ) : (
          periodHeading(period)
        )}
      </h2>
      <DayPicker date={period.date} days={view.days} covered={view.covered} onPick={onPickDay} />
    </>
  );
}

interface PeriodLinkProps {
  shown: Period;
  category: string | undefined;
  /** A day of the period that it leads to. */
  date: string | undefined;
  words: TextKey;
  none: TextKey;
  icon: IconName;
}

/** A link to a period's address. At the end of the days it leads to the period on show, so that it keeps its place and the focus. */
function PeriodLink({ shown, category, date, words, none, icon }: PeriodLinkProps) {
  const next: Period = { ...shown, date: date ?? shown.date };
  const label = date === undefined ? text(none) : text(words, periodName(next));
  return (
    <a
      class="square"
      href={periodHash(next, category)}
      aria-label={label}
      title={label}
      aria-disabled={date === undefined}
    >
      <Icon name={icon} />
    </a>
  );
}
