/** How the reader wants lists: order and filters, as they were chosen and are kept. */
import { type Filters, NO_FILTERS } from "../filters.ts";
import { DEFAULT_ORDER, type Order, readOrder } from "../order.ts";
import type { HotListChoices } from "../../settings/hot-list-choices.ts";

interface Choices {
  order: Order;
  filters: Filters;
}

export interface ListChoices {
  now: () => Choices;
  /** Reads what was kept. */
  read: () => Promise<void>;
  /** Changes them at once, and keeps them. */
  choose: (change: Partial<Choices>) => Promise<void>;
}

export function createListChoices(
  read: () => Promise<HotListChoices>,
  keep: (choices: HotListChoices) => Promise<void>,
): ListChoices {
  let now: Choices = { order: DEFAULT_ORDER, filters: NO_FILTERS };
  return {
    now: () => now,
    async read() {
      const { order, filters } = await read();
      now = { order: readOrder(order), filters };
    },
    choose(change) {
      now = { ...now, ...change };
      return keep(now);
    },
  };
}
