/**
 * Where the page script meets the script of list parts (entrypoints/list-parts.ts). That one comes last and has what a list needs only
 * when it has been read; both run in the same world of the same page.
 */
import type { createControl } from "./control.ts";

export interface ListParts {
  createControl: typeof createControl;
  /** Jumps from hot paper to hot paper by the reader's keys, until the signal ends it. */
  listenForJumps: (document: Document, signal: AbortSignal) => void;
}

const world = globalThis as {
  hotPapersListParts?: ListParts;
  hotPapersWantsListParts?: (parts: ListParts) => void;
};

export function giveListParts(parts: ListParts): void {
  world.hotPapersListParts = parts;
  world.hotPapersWantsListParts?.(parts);
}

/** Calls back with them: at once if they are there, otherwise when they come. */
export function whenListParts(use: (parts: ListParts) => void): void {
  if (world.hotPapersListParts) use(world.hotPapersListParts);
  else world.hotPapersWantsListParts = use;
}

/** The same if a callback already waits for them; that one goes first. */
export function alsoWhenListParts(use: (parts: ListParts) => void): void {
  const before = world.hotPapersWantsListParts;
  if (world.hotPapersListParts) use(world.hotPapersListParts);
  else
    world.hotPapersWantsListParts = (parts) => {
      before?.(parts);
      use(parts);
    };
}
