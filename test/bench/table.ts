/** The report: one table in Markdown. */

/** What was measured, in one browser. */
export interface Result {
  /** The letter of the list, and what was measured: the first two cells of a row. */
  letter: string;
  what: string;
  /** What it has to reach, in words; absent if nothing was promised. */
  target?: string;
  /** Figures, ready to read. */
  text: string;
  /** Whether the target was reached; absent if there is none. */
  reached?: boolean;
}

/** Results of the browsers side by side; a row for each letter and name, in the order in which they came first. */
export function table(columns: ReadonlyMap<string, readonly Result[]>): string {
  const rows = new Map<string, Result>();
  for (const results of columns.values())
    for (const result of results) {
      const key = keyOf(result);
      if (!rows.has(key)) rows.set(key, result);
    }
  const ordered = [...rows].toSorted(([, a], [, b]) => a.letter.localeCompare(b.letter));
  const lines = [
    ["", "measured", ...columns.keys(), "to reach"],
    ["---", "---", ...[...columns.keys()].map(() => "---"), "---"],
    ...ordered.map(([key, { letter, what, target }]) => [
      letter,
      what,
      ...[...columns.values()].map((results) => cell(results.find((result) => keyOf(result) === key))),
      target ?? "",
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const keyOf = ({ letter, what }: Result) => `${letter} ${what}`;

function cell(result: Result | undefined): string {
  if (!result) return "–";
  return result.reached === false ? `${result.text} **(missed)**` : result.text;
}

/** A number with as many digits as say something. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1) return value.toFixed(size < 0.1 ? 4 : 2);
  return size < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}
