import type { CalendarDay } from "../../lib/hot-list/charts/heat-calendar.ts";
import { text } from "../../lib/texts/text.ts";
import { DayMark } from "./DayMark.tsx";

const SCALE = [1, 2, 3, 4, 5];

/** What the marks of the calendar mean; those that it does not have are left out. */
export function CalendarLegend({ days }: { days: readonly CalendarDay[] }) {
  return (
    <ul class="chart-legend">
      <li>
        {text("chartCooler")}
        <svg width="60" height="12" aria-hidden="true">
          {SCALE.map((level) => (
            <DayMark key={level} day={{ papers: 1, level }} x={level * 12 - 6} y={6} />
          ))}
        </svg>
        {text("chartHotter")}
      </li>
      {days.some(({ papers }) => papers === 0) && <Mark papers={0}>{text("chartEmptyDigest")}</Mark>}
      {days.some(({ papers, heat }) => papers > 0 && heat === 0) && (
        <Mark papers={1}>{text("chartNoBars")}</Mark>
      )}
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <path class="calendar-without" d="M6 6h0" />
        </svg>
        {text("chartNoDigest")}
      </li>
    </ul>
  );
}

const Mark = ({ papers, children }: { papers: number; children: string }) => (
  <li>
    <svg width="12" height="12" aria-hidden="true">
      <DayMark day={{ papers, level: 0 }} x={6} y={6} />
    </svg>
    {children}
  </li>
);
