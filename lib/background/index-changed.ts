import { syncMirror } from "./keep-mirror.ts";
import { raiseRevision } from "../revision.ts";
import { showToolbarNumber } from "./toolbar-number.ts";

/**
 * Tells all pages that the index has changed, if it has. To be called after each write, and when the worker starts: one
 * that was stopped between a write and this has not told them. Never throws.
 */
export const indexChanged = (): Promise<void> =>
  syncMirror(async () => {
    await raiseRevision();
    await showToolbarNumber();
  });
