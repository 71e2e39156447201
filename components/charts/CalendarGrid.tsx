import type { CalendarDay, CalendarPlace, CalendarYear } from "../../lib/hot-list/charts/heat-calendar.ts";
import { periodHash } from "../../lib/hot-list/target.ts";
import { shortMonth, weekday, year as yearWords } from "../../lib/texts/format.ts";
import { DayMark } from "./DayMark.tsx";

interface CalendarGridProps {
  year: CalendarYear;
  /** What a day is called. */
  name: (day: CalendarDay) => string;
  current: string | undefined;
  /** The day in the tab order. */
  stop: string | undefined;
  onKeyDown: (event: KeyboardEvent, date: string) => void;
  onPick: ((date: string) => void) | undefined;
}

/** Units of the drawing, which grows with its box. */
const CELL = 12;
const LEFT = 32;
const TOP = 18;
const WIDTH = LEFT + 54 * CELL;
const HEIGHT = TOP + 7 * CELL;
/** A week with these days: Monday, Wednesday and Friday are named beside their rows. */
const NAMED = [
  { weekday: 0, day: "2021-08-09" },
  { weekday: 2, day: "2021-08-11" },
  { weekday: 4, day: "2021-08-13" },
];

const middle = ({ week, weekday: row }: CalendarPlace) => ({
  x: LEFT + (week + 0.5) * CELL,
  y: TOP + (row + 0.5) * CELL,
});

/** One year: a column for each week, a row for each day of the week. */
export function CalendarGrid({ year, name, current, stop, onKeyDown, onPick }: CalendarGridProps) {
  const first = year.months[0]?.first ?? "";
  return (
    <div class="calendar-year">
      <h4>{yearWords(first)}</h4>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <g aria-hidden="true">
          {year.months.map(({ first: month, week }) => (
            <text key={month} x={LEFT + week * CELL} y={TOP - 6}>
              {shortMonth(month)}
            </text>
          ))}
          {NAMED.map((row) => (
            <text key={row.day} x={LEFT - 6} y={TOP + row.weekday * CELL + 10} text-anchor="end">
              {weekday(row.day)}
            </text>
          ))}
          <path
            class="calendar-without"
            d={year.without
              .map(middle)
              .map(({ x, y }) => `M${x} ${y}h0`)
              .join("")}
          />
        </g>
        {year.days.map((day) => {
          const { x, y } = middle(day);
          const { date } = day;
          return (
            <a
              key={date}
              href={periodHash({ span: "day", date })}
              tabindex={date === stop ? 0 : -1}
              aria-label={name(day)}
              {...(date === current && { "aria-current": "date" as const })}
              onKeyDown={(event) => onKeyDown(event, date)}
              onClick={() => onPick?.(date)}
            >
              <title>{name(day)}</title>
              <rect
                class="calendar-cell"
                x={x - CELL / 2}
                y={y - CELL / 2}
                width={CELL}
                height={CELL}
                rx={2}
              />
              <DayMark day={day} x={x} y={y} />
            </a>
          );
        })}
      </svg>
    </div>
  );
}
