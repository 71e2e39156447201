/** The badges of one page: which papers have one, and where they stand. */
import type { Badge } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { placeHost } from "./badge/badge-host.ts";
import type { Spot } from "./badge/badge-slots.ts";
import { type BadgeParts, badgeMaker } from "./badge/badge.ts";

export type Mounted = ReadonlyMap<Spot, BadgeParts>;

export interface PageBadges {
  /** Every entry so far, in the page's order. */
  spots: readonly Spot[];
  known: ReadonlyMap<PaperId, Badge>;
  /** Entries have been parsed: those with a known badge get it. */
  add: (found: readonly Spot[]) => void;
  /** Badges have come. */
  show: (badges: readonly Badge[]) => void;
  /**
   * These are all badges now. Those that are as they were stay where they are.
   *
   * @param always whether `onMounted` is also told if nothing has changed
   */
  replace: (badges: readonly Badge[], always: boolean) => void;
}

/**
 * The badges of a page that has none yet. When the signal ends, they are gone.
 *
 * @param isSeen whether the place of badges has been painted, so that they may take no room there
 * @param onMounted told what has been mounted, before anything is painted
 */
export function createPageBadges(
  document: Document,
  signal: AbortSignal,
  isSeen: () => boolean,
  onMounted: (added: Mounted) => void,
): PageBadges {
  const spots: Spot[] = [];
  const known = new Map<PaperId, Badge>();
  /** Our badges in the page. */
  const mounted = new Map<Spot, BadgeParts>();
  signal.addEventListener("abort", () => {
    for (const { host } of mounted.values()) host.remove();
  });
  const makeBadge = badgeMaker(document);

  /** Mounts the badges of these spots that are known, and removes those that are not any more. */
  const mount = (some: readonly Spot[]) => {
    const added = new Map<Spot, BadgeParts>();
    for (const spot of some) {
      const badge = known.get(spot.id);
      const old = mounted.get(spot);
      if (!badge) {
        old?.host.remove();
        mounted.delete(spot);
        continue;
      }
      const parts = makeBadge(badge, spot.look);
      if (old?.host.isConnected) {
        // The host stays as it is, late or not, so that nothing moves.
        const focused = old.host.shadowRoot?.activeElement === old.button;
        old.button.replaceWith(parts.button);
        if (focused) parts.button.focus({ preventScroll: true });
        parts.host = old.host;
      } else {
        // A pill never takes room; a line has its own row unless what is below it has been painted already.
        if (spot.look === "line") parts.host.toggleAttribute("data-late", isSeen());
        if (!placeHost(parts.host, spot)) continue;
      }
      mounted.set(spot, parts);
      added.set(spot, parts);
    }
    // First all badges are there, then they are connected: before anything is painted in any case.
    queueMicrotask(() => onMounted(added));
  };
  const know = (badges: readonly Badge[]) => {
    for (const badge of badges) known.set(badge.id, badge);
  };

  return {
    spots,
    known,
    add(found) {
      spots.push(...found);
      mount(found);
    },
    show(badges) {
      if (signal.aborted) return;
      know(badges);
      const fresh = new Set(badges.map(({ id }) => id));
      mount(spots.filter(({ id }) => fresh.has(id)));
    },
    replace(badges, always) {
      const before = new Map(known);
      known.clear();
      know(badges);
      const changed = spots.filter(
        ({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(known.get(id)),
      );
      if (always || changed.length > 0) mount(changed);
    },
  };
}
