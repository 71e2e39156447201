import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { text } from "../../lib/texts/text.ts";
import { ScrollBox } from "./ScrollBox.tsx";
import "./chart.css";

interface ChartProps {
  title: string;
  /** How to read it. */
  how?: string;
  /** What is not in it, as a sentence. */
  leftOut?: string | undefined;
  /** The same in words and numbers: the names of its columns, and its rows, each of which starts with its name. */
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Its column of figures, which readers may hide. */
  figures?: string;
  children: ComponentChildren;
}

/** A picture with its title, and the same as a table for people who prefer to read. */
export function Chart({ title, how, leftOut, columns, rows, figures, children }: ChartProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="chart">
      <h3>{title}</h3>
      {leftOut !== undefined && <p class="chart-how">{leftOut}</p>}
      {rows.length === 0 ? (
        <p class="chart-how">{text("chartNothing")}</p>
      ) : (
        <>
          {how !== undefined && <p class="chart-how">{how}</p>}
          {children}
          <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>{text("chartAsTable")}</summary>
            {open && <ChartTable title={title} columns={columns} rows={rows} figures={figures} />}
          </details>
        </>
      )}
    </div>
  );
}

interface ChartTableProps extends Pick<ChartProps, "title" | "columns" | "rows"> {
  figures: string | undefined;
}

const ChartTable = ({ title, columns, rows, figures }: ChartTableProps) => (
  <ScrollBox name={text("chartDayQuiet", title, text("chartAsTable"))} class="chart-table">
    <table>
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={column === figures ? "figure-column" : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]} class={columns[at + 1] === figures ? "figure-column" : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
);
