/** Where the script that marks what is followed and the list control's menu meet: both run in the same world of the same page. */
import type { MineEntry } from "./mark-followed.ts";

const world = globalThis as { hotPapersMine?: readonly MineEntry[] };

/** Leaves what is followed on this page for the menu. */
export function giveMine(mine: readonly MineEntry[]): void {
  world.hotPapersMine = mine;
}

/** What is followed on this page, in its order; nothing where nobody said so. */
export const mineHere = (): readonly MineEntry[] => world.hotPapersMine ?? [];
