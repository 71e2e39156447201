import { categoryName } from "../../lib/paper/category-names.ts";
import { month as monthWords, number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";

/** The place of a month, in hundredths of the width. */
export interface Column {
  /** Its first day. */
  first: string;
  afterGap: boolean;
  left: number;
  width: number;
}

interface CategoryBarsProps {
  /** Absent for the row of all others. */
  category: string | undefined;
  columns: readonly Column[];
  /** One for each column. */
  bars: readonly { heat: number; month: string; name: string }[];
  /** The heat at the top of the picture. */
  top: number;
  /** The heat at which a thin line is drawn. */
  line: number;
  /** Id of the pattern for all others. */
  hatch: string;
}

const HEIGHT = 40;
/** The share of its column that a bar leaves free on each side. */
const GAP = 0.12;

/** One category's row: its name, its highest month, and a bar for each month. */
export function CategoryBars({ category, columns, bars, top, line, hatch }: CategoryBarsProps) {
  const height = (heat: number) => (HEIGHT * heat) / top;
  const highest = bars.reduce((a, b) => (b.heat > a.heat ? b : a));
  const most = text("chartMost", number(Math.round(highest.heat * 10) / 10), monthWords(highest.month));
  const name = category === undefined ? text("chartOthers") : category;
  const full = category === undefined ? undefined : categoryName(category);
  return (
    <li>
      <p>
        <b>{name}</b>
        {full !== undefined && <span class="category-full">{full}</span>}
        {highest.heat > 0 && <span class="category-most">{most}</span>}
      </p>
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        {category === undefined && (
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse">
            <path class="hatch" d="M-1 1l2 -2M0 5l5 -5M4 6l2 -2" />
          </pattern>
        )}
        <line class="category-line" x1="0" x2="100%" y1={HEIGHT - height(line)} y2={HEIGHT - height(line)} />
        <line class="category-base" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        {columns.map(({ first, afterGap, left, width }, at) => {
          const bar = bars[at];
          return (
            bar && (
              <g key={first}>
                <title>{bar.name}</title>
                {afterGap && <GapLine at={left - width / 2} />}
                <rect class="category-month" x={`${left}%`} y="0" width={`${width}%`} height={HEIGHT} />
                <rect
                  class={category === undefined ? "category-bar others" : "category-bar"}
                  {...(category === undefined && { fill: `url(#${hatch})` })}
                  x={`${left + GAP * width}%`}
                  y={HEIGHT - height(bar.heat)}
                  width={`${width * (1 - 2 * GAP)}%`}
                  height={height(bar.heat)}
                />
              </g>
            )
          );
        })}
      </svg>
    </li>
  );
}

const GapLine = ({ at }: { at: number }) => (
  <line class="category-gap" x1={`${at}%`} x2={`${at}%`} y1="0" y2={HEIGHT} />
);
