import { syncMirror } from "./keep-mirror.ts";
import { raiseRevision } from "./revision.ts";

/** Tells everybody that the index has changed; to be called after each write that ended well. Never throws for the mirror. */
export async function indexChanged(): Promise<void> {
  await syncMirror(); // first, so that a page that looks again finds it up to date
  await raiseRevision();
}
