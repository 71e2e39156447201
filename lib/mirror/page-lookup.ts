/** The page script's look-up: from the mirror, and of the worker only what the mirror does not have. */
import type { Badge, PageGroup } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { createMirrorReader, type ReadStorage } from "./mirror.ts";

export interface PageLookupOptions {
  read: ReadStorage;
  /** Asks the index by message; also answers what the reader switched off. */
  ask: (ids: PaperId[], group: PageGroup) => Promise<Badge[]>;
  /** Whether the reader wants badges on pages of this group, told from what is stored under "settings". */
  isWanted: (settings: unknown, group: PageGroup) => boolean;
}

export interface PageLookup {
  /** Reads months ahead (`2108`), while the page is still on its way. */
  prefetch: (months: Iterable<string>) => void;
  /** Badges of those ids that are in a digest, without waking the worker; `rest` are ids that only the worker can answer. */
  early: (ids: PaperId[], group: PageGroup) => Promise<{ badges: Badge[]; rest: PaperId[] }>;
  /** Badges of those ids that are in a digest: one message at most, and usually none. */
  lookup: (ids: PaperId[], group: PageGroup) => Promise<Badge[]>;
}

/** The look-up of one page. */
export function createPageLookup({ read, ask, isWanted }: PageLookupOptions): PageLookup {
  const mirror = createMirrorReader(read, ["settings"]);
  const early: PageLookup["early"] = async (ids, group) => {
    const [answer, settings] = await Promise.all([mirror.lookup(ids), mirror.value("settings")]);
    return isWanted(settings, group) ? answer : { badges: [], rest: [] };
  };
  return {
    prefetch: (months) => mirror.prefetch(months),
    early,
    async lookup(ids, group) {
      const { badges, rest } = await early(ids, group);
      return rest.length === 0 ? badges : [...badges, ...(await ask(rest, group))];
    },
  };
}
