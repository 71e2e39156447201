import { year as yearWords } from "../../lib/texts/format.ts";
import type { Column } from "./CategoryBars.tsx";

/** Names closer than this, in hundredths of the width, would touch. */
const NEAR = 14;
/** From here on a name is drawn before its place, so that it stays within the picture. */
const END = 85;

/** The years under their first months, if there is room. */
export function YearAxis({ columns }: { columns: readonly Column[] }) {
  const begins = columns.filter(({ first }, at) => columns[at - 1]?.first.slice(0, 4) !== first.slice(0, 4));
  const shown = withRoom(begins);
  return (
    <svg class="year-axis" width="100%" height="16" aria-hidden="true">
      {shown.map(({ first, left, width }) => (
        <text
          key={first}
          x={`${left > END ? left + width : left}%`}
          y="13"
          text-anchor={left > END ? "end" : "start"}
        >
          {yearWords(first)}
        </text>
      ))}
    </svg>
  );
}

function withRoom(begins: readonly Column[]): Column[] {
  const kept: Column[] = [];
  for (const column of begins) if (column.left - (kept.at(-1)?.left ?? -NEAR) >= NEAR) kept.push(column);
  return kept;
}
