import { daysBetween } from "../../lib/digest/dates.ts";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CalendarDay, CalendarYear } from "../../lib/hot-list/charts/heat-calendar.ts";
import { date as dayWords, number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { CalendarLegend } from "./CalendarLegend.tsx";
import { CalendarGrid } from "./CalendarGrid.tsx";
import { Chart } from "./Chart.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import "./heat-calendar.css";

interface HeatCalendarProps {
  /** Newest first. */
  years: readonly CalendarYear[];
  /** The day that is on show elsewhere on the page. */
  current?: string | undefined;
  /** A day was pressed; its link goes there by itself. */
  onPick?: ((date: string) => void) | undefined;
}

const papersWords = ({ papers }: CalendarDay) => plural("popupPapers", papers, number(papers));

/** All days with a digest by their heat. Each is a link to its list; one is in the tab order, the arrow keys move on from it. */
export function HeatCalendar({ years, current, onPick }: HeatCalendarProps) {
  const keys = useId();
  const box = useRef<HTMLElement>(null);
  const days = years.toReversed().flatMap((year) => year.days);
  const known = days.some(({ date }) => date === current) ? current : days.at(-1)?.date;
  const [moved, setMoved] = useState<string>();
  const stop = days.some(({ date }) => date === moved) ? moved : known;
  const linkOf = (date: string | undefined) =>
    box.current?.querySelector<SVGAElement>(`a[href="#${date}"]`) ?? undefined;

  useLayoutEffect(() => scrollTo(box.current, linkOf(known)), [known]);

  function onKeyDown(event: KeyboardEvent, date: string) {
    const to = dayBy(event, days, date);
    if (!to) return;
    event.preventDefault(); // also tells the list's keys that this one is taken
    setMoved(to);
    linkOf(to)?.focus();
  }

  const name = (day: CalendarDay) =>
    day.heat > 0
      ? text("chartDay", dayWords(day.date), papersWords(day), number(day.heat))
      : text("chartDayQuiet", dayWords(day.date), papersWords(day));
  return (
    <Chart
      title={text("chartCalendar")}
      how={text("chartCalendarHow")}
      columns={[text("chartColumnDay"), text("chartColumnPapers"), text("chartColumnHeat")]}
      rows={days
        .toReversed()
        .map((day) => [
          dayWords(day.date),
          number(day.papers),
          day.heat === 0 && day.papers > 0 ? text("chartUnknown") : number(day.heat),
        ])}
    >
      <p id={keys} class="unseen">
        {text("chartCalendarKeys")}
      </p>
      <ScrollBox name={text("chartCalendar")} describedBy={keys} class="heat-calendar" box={box}>
        {years.map((year) => (
          <CalendarGrid
            key={year.year}
            year={year}
            name={name}
            current={current}
            stop={stop}
            onKeyDown={onKeyDown}
            onPick={onPick}
          />
        ))}
      </ScrollBox>
      <CalendarLegend days={days} />
    </Chart>
  );
}

/** The day that a key leads to: the digest before or after, or the one a week before or after. */
function dayBy({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, days: readonly CalendarDay[], date: string) {
  if (altKey || ctrlKey || metaKey) return undefined;
  const at = days.findIndex((day) => day.date === date);
  switch (key) {
    case "ArrowUp":
      return days[at - 1]?.date;
    case "ArrowDown":
      return days[at + 1]?.date;
    case "ArrowLeft":
      return days.findLast((day) => daysBetween(day.date, date) >= 7)?.date ?? days[0]?.date;
    case "ArrowRight":
      return days.find((day) => daysBetween(date, day.date) >= 7)?.date ?? days.at(-1)?.date;
    case "Home":
      return days[0]?.date;
    case "End":
      return days.at(-1)?.date;
    default:
      return undefined;
  }
}

/** Scrolls to a day if the calendar is wider than its box, to the middle if possible. */
function scrollTo(box: HTMLElement | null, link: Element | undefined) {
  if (!box || !link) return;
  const [of, at] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
  if (at.right > of.right || at.left < of.left) box.scrollLeft += at.left - of.left - of.width / 2;
}
