/** The page script's look-up: from the mirror; the worker is asked only for what the mirror does not have. */
import type { Badge, PageGroup } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { createMirrorReader, type ReadStorage } from "./mirror.ts";

interface Wishes {
  leastHeat: number;
  hideFigures: boolean;
}

export interface PageLookupOptions {
  read: ReadStorage;
  /** Asks the index by message; this also heeds what the reader switched off. */
  ask: (ids: PaperId[], group: PageGroup) => Promise<Badge[]>;
  /** What the reader wants of badges on pages of this group, told from what is stored under "settings"; undefined: none. */
  wishes: (settings: unknown, group: PageGroup) => Wishes | undefined;
  /** Further keys that are read along. */
  more?: string[];
}

export interface PageLookup {
  /** What is stored under a key that is read along. */
  value: (key: string) => Promise<unknown>;
  /** Reads months ahead (`2108`), while the page is still on its way; settled when the first of them are there or cannot be. */
  prefetch: (months: readonly string[]) => Promise<void>;
  /** Badges of those ids that are in a digest, without waking the worker; `rest` are ids that only the worker can answer. */
  early: (ids: PaperId[], group: PageGroup) => Promise<{ badges: Badge[]; rest: PaperId[] }>;
  /** Badges of those ids that are in a digest: one message at most, and usually none. */
  lookup: (ids: PaperId[], group: PageGroup) => Promise<Badge[]>;
}

/** The look-up of one page. */
export function createPageLookup({ read, ask, wishes, more = [] }: PageLookupOptions): PageLookup {
  const mirror = createMirrorReader(read, ["settings", ...more]);
  const early: PageLookup["early"] = async (ids, group) => {
    const [{ badges, rest }, settings] = await Promise.all([mirror.lookup(ids), mirror.value("settings")]);
    const wanted = wishes(settings, group);
    return wanted ? { badges: asWanted(badges, wanted), rest } : { badges: [], rest: [] };
  };
  return {
    ...mirror,
    early,
    async lookup(ids, group) {
      const { badges, rest } = await early(ids, group);
      if (rest.length === 0) return badges;
      const wanted = wishes(await mirror.value("settings"), group);
      if (!wanted) return [];
      const asked = (await ask(rest, group)).map((badge) =>
        Array.isArray(badge.words?.sentence) ? badge : sayReload(badge),
      );
      return [...badges, ...asWanted(asked, wanted)];
    },
  };
}

/** In English, because the catalog of messages is of the other version too. */
const RELOAD = "Reload the extension";

/** Of a badge that this page cannot show: files of the extension were replaced while it ran, so its background is older. */
const sayReload = ({ id }: Badge): Badge => ({
  id,
  rank: 0,
  heat: 0,
  mostHeat: 5, // hot enough for every setting
  likes: {},
  words: { place: "", rank: "", day: RELOAD, sentence: [RELOAD], figures: "↻" },
});

/** Without those that are not hot enough in any digest. */
function asWanted(badges: Badge[], { leastHeat, hideFigures }: Wishes): Badge[] {
  const hot = badges.filter(({ mostHeat }) => mostHeat >= leastHeat);
  return hideFigures ? hot.map((badge) => ({ ...badge, quiet: true })) : hot;
}
