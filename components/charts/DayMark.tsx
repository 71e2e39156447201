import type { CalendarDay } from "../../lib/hot-list/charts/heat-calendar.ts";

interface DayMarkProps {
  day: Pick<CalendarDay, "papers" | "level">;
  /** Its middle. */
  x: number;
  y: number;
}

/** Sides of the squares of the five levels: size says as much as colour. */
const SIDES = [4, 5.5, 7, 8.5, 10];

/** How a day looks: a square by its level, a ring if the digest is empty, a hollow square if no paper has bars. */
export function DayMark({ day: { papers, level }, x, y }: DayMarkProps) {
  if (papers === 0) return <circle class="day-mark empty" cx={x} cy={y} r={3} />;
  const side = SIDES[level - 1] ?? 7;
  return (
    <rect
      class={`day-mark level-${level}`}
      x={x - side / 2}
      y={y - side / 2}
      width={side}
      height={side}
      rx={1}
    />
  );
}
