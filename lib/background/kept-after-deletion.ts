/** What "Delete everything" leaves in `storage.local`, with all ticked: that it was done, and what pages read to know of it. */
import { monthKey, STATE_KEY } from "../index/mirror/mirror.ts";

/** The archive's state, the feeds that stay deleted, and the note of the deletion itself, which goes last. */
const FACT: ReadonlySet<string> = new Set(["archive", "deletedFeeds", "deleting"]);

/** Whether a key is part of the fact, or of the mirror of an index without digests. */
export const isKeptAfterDeletion = (key: string): boolean =>
  FACT.has(key) || key === STATE_KEY || key.startsWith(monthKey(""));
