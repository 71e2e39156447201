/** The page script's look-up: from the mirror, and of the worker only what the mirror does not have. */
import type { Badge, PageGroup } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { lookupInMirror, type ReadStorage } from "./mirror.ts";

export interface PageLookupOptions {
  read: ReadStorage;
  /** Asks the index by message; also answers what the reader switched off. */
  ask: (ids: PaperId[], group: PageGroup) => Promise<Badge[]>;
  /** Whether the reader wants badges on pages of this group, told from what is stored under "settings". */
  isWanted: (settings: unknown, group: PageGroup) => boolean;
}

/** Badges of those ids that are in a digest: usually without waking the worker. */
export async function pageLookup(
  { read, ask, isWanted }: PageLookupOptions,
  ids: PaperId[],
  group: PageGroup,
): Promise<Badge[]> {
  const { badges, rest, values } = await lookupInMirror(read, ids, ["settings"]);
  if (!isWanted(values["settings"], group)) return [];
  return rest.length === 0 ? badges : [...badges, ...(await ask(rest, group))];
}
