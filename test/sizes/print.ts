/** Prints the sizes of both builds as a table, at the end of `npm run build`. */
import { budgets, measureBuild, type Part } from "./measure.ts";

const folders = { Chrome: ".output/chrome-mv3", Firefox: ".output/firefox-mv3" };
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const row = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(10))).join(""));

const sizes = Object.entries(folders).map(([browser, folder]) => ({ browser, sizes: measureBuild(folder) }));
console.log("");
row(["loads at start, gzipped", ...sizes.map(({ browser }) => browser), "at most"]);
for (const part of Object.keys(budgets) as Part[])
  row([
    part,
    ...sizes.map((build) => {
      const { bytes = 0 } = build.sizes.find((size) => size.part === part) ?? {};
      return `${bytes > budgets[part] ? "! " : ""}${kilobytes(bytes)}`;
    }),
    kilobytes(budgets[part]),
  ]);
console.log("");
