/** The scales that tell heat for all but the archive's Twitter figures, made from what the index has. */
import { addDays } from "./dates.ts";
import type { Counts, Digest, Network } from "./digest.ts";
import { type Bounds, HEAT_FIGURES, type HeatScale } from "./heat.ts";

/** The networks whose scales follow what the index has. */
const SCALED = ["twitter", "bluesky", "huggingface", "hackernews"] as const satisfies Network[];

/** The archive's Twitter figures have a fixed scale. */
export const isScaled = ({ network, by }: Counts): boolean => network !== "twitter" || by !== undefined;

/** Days that a scale looks back over, the entry's own among them. */
export const SCALE_DAYS = 90;
/** Entries of a network that make a scale; with fewer, "much" means nothing. */
export const LEAST_ENTRIES = 50;

/** The figures that tell heat, as networks gave them: a number for each paper. Only networks with a scale of their own. */
export type Figures = Partial<Record<Network, Uint32Array>>;

/** The figures of a day's papers, from which scales are made. */
export function heatFigures({ papers }: Pick<Digest, "papers">): Figures {
  const figures: Figures = {};
  for (const network of SCALED) {
    const found = papers.flatMap(
      ({ counts }) =>
        counts.find((each) => each.network === network && isScaled(each))?.[HEAT_FIGURES[network]] ?? [],
    );
    if (found.length > 0) figures[network] = Uint32Array.from(found);
  }
  return figures;
}

interface DayFigures {
  date: string;
  figures: Figures;
}

/**
 * The scale of each day, from its own figures and those of the 89 days before it.
 *
 * @param days in order, each once; a day whose 89 days before it are not all among them has no true scale
 */
export function scalesOf(days: readonly DayFigures[]): Map<string, HeatScale> {
  const scales = new Map<string, HeatScale>(days.map(({ date }) => [date, {}]));
  for (const network of SCALED) {
    for (const [date, bounds] of boundsByDay(days, network)) {
      const scale = scales.get(date);
      if (scale) scale[network] = bounds;
    }
  }
  return scales;
}

/** Counts how often each figure is there while the 90 days move on, so that each is added and taken away once. */
function boundsByDay(days: readonly DayFigures[], network: Network): Map<string, Bounds> {
  const known = days.flatMap(({ date, figures: { [network]: own } }) => (own ? [{ date, own }] : []));
  const values = [...new Set(known.flatMap(({ own }) => [...own]))].toSorted((a, b) => a - b);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const times = new Uint32Array(values.length);
  let total = 0;
  const count = (own: Uint32Array, by: 1 | -1) => {
    for (const value of own) {
      const place = placeOf.get(value) ?? 0;
      times[place] = (times[place] ?? 0) + by;
    }
    total += by * own.length;
  };
  const bounds = new Map<string, Bounds>();
  let oldest = 0;
  for (const { date, own } of known) {
    count(own, 1);
    const first = addDays(date, 1 - SCALE_DAYS);
    for (let day = known[oldest]; day && day.date < first; day = known[(oldest += 1)]) count(day.own, -1);
    if (total >= LEAST_ENTRIES) bounds.set(date, fifths(values, times, total));
  }
  return bounds;
}

/**
 * One more bar for each fifth of the entries that a figure is above. Many equal figures, which most networks have at their
 * low end, share the bars of the lowest of them: a figure with none below it is not hot.
 *
 * @param values ascending, and how many `times` each is there, `total` in all
 */
function fifths(values: readonly number[], times: Uint32Array, total: number): Bounds {
  const bounds: [number, number, number, number] = [0, 0, 0, 0];
  let fifth = 1;
  let passed = 0;
  for (const [place, value] of values.entries()) {
    passed += times[place] ?? 0;
    for (; fifth < 5 && passed * 5 >= fifth * total; fifth += 1) bounds[fifth - 1] = value + 1;
  }
  return bounds;
}
