/** How the reader saw arXiv's lists last, kept in `storage.local`: all or hot only, arXiv's order or the hottest first. */
import { storedValue } from "../stored-value.ts";

export interface ListView {
  hotOnly: boolean;
  hottestFirst: boolean;
}

/** Where it is stored. */
export const LIST_VIEW = "listView";

const stored = storedValue(LIST_VIEW);

/**
 * Tells the view in force now, and whenever it changes, until the signal ends it; arXiv's own if nothing was chosen, or what is
 * stored is damaged.
 *
 * @param read what is stored, if it is being read already
 */
export const followListView = (
  onView: (view: ListView) => void,
  signal: AbortSignal,
  read?: Promise<unknown>,
): Promise<void> =>
  stored.follow(
    (kept) => {
      const value = kept as Partial<ListView> | null | undefined;
      onView({ hotOnly: value?.hotOnly === true, hottestFirst: value?.hottestFirst === true });
    },
    signal,
    read,
  );

export function keepListView({ hotOnly, hottestFirst }: ListView): Promise<void> {
  return stored.write({ hotOnly, hottestFirst });
}
