/** The calendar of the day picker, loaded after the list: it is never needed at once. */
import { useState } from "preact/hooks";
import { dayAway, monthOf, monthsOf, weeksOf } from "../../lib/hot-list/month-days.ts";
import { longDate, month as monthWords, number, weekday } from "../../lib/texts/format.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";

export interface CalendarProps {
  /** The day on show, `YYYY-MM-DD`. */
  date: string;
  /** All days that have a digest, oldest first. */
  days: readonly string[];
  onPick: (date: string) => void;
}

/** Only months with digests: days that have one can be pressed, all others are text. */
export function Calendar({ date, days, onPick }: CalendarProps) {
  const months = monthsOf(days);
  const [chosen, setMonth] = useState(() => monthOf(date));
  // The month of a day without a digest may have none at all.
  const month = months.includes(chosen) ? chosen : (months.at(-1) ?? chosen);
  const at = months.indexOf(month);
  const go = (to: string | undefined) => to !== undefined && setMonth(to);
  return (
    <>
      <p class="month">
        <MonthButton words="pickerPrevious" icon="previous" onPress={at > 0 && (() => go(months[at - 1]))} />
        <select
          class="choice"
          aria-label={text("pickerMonth")}
          value={month}
          onChange={({ currentTarget }) => setMonth(currentTarget.value)}
        >
          {months.toReversed().map((each) => (
            <option key={each} value={each}>
              {monthWords(`${each}-01`)}
            </option>
          ))}
        </select>
        <MonthButton
          words="pickerNext"
          icon="next"
          onPress={at < months.length - 1 && (() => go(months[at + 1]))}
        />
      </p>
      <MonthTable month={month} date={date} days={days} onPick={onPick} />
    </>
  );
}

interface MonthButtonProps {
  words: TextKey;
  icon: IconName;
  /** False at the first or last month. */
  onPress: false | (() => void);
}

function MonthButton({ words, icon, onPress }: MonthButtonProps) {
  return (
    <button
      type="button"
      class="square"
      aria-label={text(words)}
      title={text(words)}
      aria-disabled={onPress === false}
      onClick={onPress || undefined}
    >
      <Icon name={icon} />
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function MonthTable({ month, date, days, onPick }: CalendarProps & { month: string }) {
  const own = days.filter((day) => monthOf(day) === month);
  const listed = new Set(own);
  const weeks = weeksOf(month);
  const someWeek = weeks[1] ?? []; // a whole one

  function move(event: KeyboardEvent & { currentTarget: HTMLElement }, here: string) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = dayAway(own, here, step);
    event.currentTarget.closest("table")?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  }

  return (
    <table aria-label={monthWords(`${month}-01`)}>
      <thead>
        <tr>
          {someWeek.map((day) => (
            <th key={day} scope="col">
              {day !== undefined && weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, place) => (
              <td key={day ?? place}>
                {day !== undefined &&
                  (listed.has(day) ? (
                    <DayButton day={day} shown={day === date} onPick={onPick} onKey={move} />
                  ) : (
                    dayNumber(day)
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayNumber = (day: string) => number(Number(day.slice(8)));

interface DayButtonProps {
  day: string;
  shown: boolean;
  onPick: (date: string) => void;
  onKey: (event: KeyboardEvent & { currentTarget: HTMLElement }, day: string) => void;
}

function DayButton({ day, shown, onPick, onKey }: DayButtonProps) {
  return (
    <button
      type="button"
      data-day={day}
      aria-label={longDate(day)}
      autofocus={shown}
      {...(shown && { "aria-current": "date" })}
      onKeyDown={(event) => onKey(event, day)}
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        onPick(day);
      }}
    >
      {dayNumber(day)}
    </button>
  );
}
