/** Where the script that marks what is followed meets the list control's menu: both run in the same world of the same page. */

/** An entry that is followed. */
export interface MineEntry {
  entry: Element;
  title: string;
  /** `diffusion · cs.CV` */
  why: string;
}

const world = globalThis as { hotPapersMine?: readonly MineEntry[] };

/** Leaves what is followed on this page for the menu. */
export function giveMine(mine: readonly MineEntry[]): void {
  world.hotPapersMine = mine;
}

/** What is followed on this page, in its order; empty if none was left. */
export const mineHere = (): readonly MineEntry[] => world.hotPapersMine ?? [];
