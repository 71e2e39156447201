import {
  paperHistory,
  type HistoryEntry,
  type HistoryPoint,
} from "../../lib/hot-list/charts/paper-history.ts";
import { figures, figureWords, isNamed, nameOf, rankWords } from "../../lib/texts/badge-text.ts";
import { date as dayWords, number, shortDate } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Chart } from "./Chart.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import "./paper-history.css";

/** Room for an entry, for its words above and below its point, and for the line from first to last. */
const COLUMN = 116;
const ABOVE = 26;
const WAY = 72;
const LINE = 16;

/** A paper's entries in its digests, oldest first. Nothing for fewer than two: that is not a history. */
export function PaperHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const points = paperHistory(entries);
  if (points.length < 2) return null;
  const lines = Math.max(...points.map(({ counts }) => linesOf(counts).length));
  const width = COLUMN * points.length;
  const height = ABOVE + WAY + 14 + (lines + 1) * LINE;
  return (
    <Chart
      title={text("chartHistory")}
      columns={[text("chartColumnDay"), text("chartColumnRank"), text("chartColumnFigures")]}
      figures={text("chartColumnFigures")}
      rows={points
        .map((point) => [
          dayWords(point.date),
          rankOf(point),
          figureWords(point.counts).join(text("listSeparator")),
        ])
        .toReversed()}
    >
      <p class="unseen">{points.map(sentence).join(text("listSeparator"))}</p>
      <ScrollBox name={text("chartHistory")} class="history-box">
        <svg class="paper-history" width={width} height={height} aria-hidden="true">
          <path
            class="history-way"
            d={points.map((point, at) => `${at ? "L" : "M"}${x(at)} ${y(point)}`).join("")}
          />
          {points.map((point, at) => (
            <Point key={point.date} point={point} at={at} />
          ))}
        </svg>
      </ScrollBox>
    </Chart>
  );
}

const x = (at: number) => (at + 0.5) * COLUMN;
const y = ({ height }: HistoryPoint) => ABOVE + (1 - height) * WAY;
const rankOf = (point: HistoryPoint) => (point.of > 0 ? rankWords(point) : number(point.rank));
const sentence = (point: HistoryPoint) => text("badgeNameQuiet", rankOf(point), dayWords(point.date));

/** The figures one below the other, those of each network under its name if that is needed. */
const linesOf = (counts: HistoryPoint["counts"]) =>
  counts.flatMap((each) => [
    ...(isNamed(counts) ? [{ key: each.network, words: nameOf(each) }] : []),
    ...figures(each).map(({ kind, words }) => ({ key: `${each.network} ${kind}`, words })),
  ]);

/** An entry: its rank above the point, its day below, and its figures under that. */
function Point({ point, at }: { point: HistoryPoint; at: number }) {
  const { date, counts, later } = point;
  const foot = ABOVE + WAY + 14;
  return (
    <g text-anchor="middle">
      <line class="history-stem" x1={x(at)} x2={x(at)} y1={y(point)} y2={foot - 10} />
      <circle class="history-point" cx={x(at)} cy={y(point)} r="5" />
      <text class="history-rank" x={x(at)} y={y(point) - 10}>
        {rankOf(point)}
      </text>
      <text x={x(at)} y={foot + 4}>
        {shortDate(date)}
      </text>
      <g class="figures">
        {linesOf(counts).map(({ key, words }, line) => (
          <text key={key} x={x(at)} y={foot + 4 + (line + 1) * LINE}>
            {words}
          </text>
        ))}
      </g>
      {later !== undefined && <title>{plural("chartLater", later, number(later))}</title>}
    </g>
  );
}
