/** The badges of one page: which papers have one, and where they are. */
import type { Badge } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { placeHost } from "./badge/badge-host.ts";
import type { BadgeSlot } from "./badge/badge-slots.ts";
import { type BadgeParts, badgeMaker } from "./badge/badge.ts";

export type Mounted = ReadonlyMap<BadgeSlot, BadgeParts>;

export interface PageBadges {
  /** Every entry so far, in the page's order. */
  slots: readonly BadgeSlot[];
  known: ReadonlyMap<PaperId, Badge>;
  /** Entries have been parsed: those with a known badge get it. */
  add: (found: readonly BadgeSlot[]) => void;
  /** Badges have come. */
  show: (badges: readonly Badge[]) => void;
  /**
   * These are all badges now. Those that have not changed stay where they are.
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
  const slots: BadgeSlot[] = [];
  const known = new Map<PaperId, Badge>();
  /** Our badges in the page. */
  const mounted = new Map<BadgeSlot, BadgeParts>();
  signal.addEventListener("abort", () => {
    for (const { host } of mounted.values()) host.remove();
  });
  const makeBadge = badgeMaker(document);

  /** Mounts the badges of these slots that are known, and removes those that no longer are. */
  const mount = (some: readonly BadgeSlot[]) => {
    const added = new Map<BadgeSlot, BadgeParts>();
    for (const slot of some) {
      const badge = known.get(slot.id);
      const old = mounted.get(slot);
      if (!badge) {
        old?.host.remove();
        mounted.delete(slot);
        continue;
      }
      const parts = makeBadge(badge, slot.look);
      if (old?.host.isConnected) {
        // The host stays as it is, late or not, so that nothing moves.
        const focused = old.host.shadowRoot?.activeElement === old.button;
        old.button.replaceWith(parts.button);
        if (focused) parts.button.focus({ preventScroll: true });
        parts.host = old.host;
      } else {
        // A pill never takes room; a line has its own row unless what is below it has been painted already.
        if (slot.look === "line") parts.host.toggleAttribute("data-late", isSeen());
        if (!placeHost(parts.host, slot)) continue;
      }
      mounted.set(slot, parts);
      added.set(slot, parts);
    }
    // All badges first, then they are connected: both before anything is painted.
    queueMicrotask(() => onMounted(added));
  };
  const know = (badges: readonly Badge[]) => {
    for (const badge of badges) known.set(badge.id, badge);
  };

  return {
    slots,
    known,
    add(found) {
      slots.push(...found);
      mount(found);
    },
    show(badges) {
      if (signal.aborted) return;
      know(badges);
      const fresh = new Set(badges.map(({ id }) => id));
      mount(slots.filter(({ id }) => fresh.has(id)));
    },
    replace(badges, always) {
      const before = new Map(known);
      known.clear();
      know(badges);
      const changed = slots.filter(
        ({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(known.get(id)),
      );
      if (always || changed.length > 0) mount(changed);
    },
  };
}
