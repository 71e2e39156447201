/** The list control on a list without hot papers, for which the page script makes none: only for "Mine". */
import { CONTROL, type MakeListMenu } from "../list-tools/control.ts";
import type { ListParts } from "../list-tools/list-parts.ts";
import type { MineEntry } from "./mine-here.ts";

/**
 * Gives a function to call with what is followed. The control goes when nothing is, and when the page script makes its own.
 *
 * @param parts what makes a control; undefined if lists have none
 */
export function createColdControl(
  document: Document,
  parts: () => Promise<ListParts | undefined>,
  menu: () => Promise<MakeListMenu>,
  signal: AbortSignal,
): (mine: readonly MineEntry[], all: number) => Promise<void> {
  let host: HTMLElement | undefined;
  const remove = () => host?.remove();
  signal.addEventListener("abort", remove);
  return async (mine, all) => {
    remove();
    const made = mine.length > 0 ? await parts() : undefined;
    if (!made || signal.aborted || document.querySelector(CONTROL)) return;
    const control = made.createControl(document, menu, () => undefined);
    control.show({ hotOnly: false, hottestFirst: false }, { hot: 0, all, narrowed: false });
    ({ host } = control);
    mine[0]?.entry.parentElement?.before(host);
  };
}
