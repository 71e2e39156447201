import type { ExportList } from "../../lib/export/export-paper.ts";
import { htmlFragment, markdownWithFigures } from "../../lib/export/shared-list.ts";

/** Puts a list on the clipboard in both forms at once: the program you paste into takes the one it knows. */
export async function copyList(list: ExportList): Promise<void> {
  const as = (type: string, content: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": as("text/html", htmlFragment(list)),
      "text/plain": as("text/plain", markdownWithFigures(list)),
    }),
  ]);
}
