/** Which times are covered. All times are microseconds since 1970, as Jetstream has them. */

/** From the first to the second. */
export type Span = readonly [from: number, until: number];

/** The same times, in order, each once. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [from, until] of spans.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], until)];
    else result.push([from, until]);
  }
  return result;
}

/** The parts of these times that lie within a span. */
export const within = (spans: readonly Span[], [from, until]: Span): Span[] =>
  spans
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, until)])
    .filter(([start, end]) => start < end);

/** The times in a span that `spans`, as `merged` gives them, do not cover. */
export function holesIn(spans: readonly Span[], [from, until]: Span): Span[] {
  const holes: Span[] = [];
  let at = from;
  for (const [start, end] of within(spans, [from, until])) {
    if (start > at) holes.push([at, start]);
    at = end;
  }
  return at < until ? [...holes, [at, until]] : holes;
}
