/** Where the page script meets the script that is not loaded with a page: both run in the same world of the same page. */
import type { MakeListMenu } from "../list-tools/control.ts";
import type { OpenConversation } from "./opener.ts";

/** What the page script gets. */
export interface HandedOver {
  openConversation: OpenConversation;
  makeListMenu: MakeListMenu;
}

const world = globalThis as { hotPapersLater?: HandedOver };

/** Leaves it for the page script. */
export function handOver(parts: HandedOver): void {
  world.hotPapersLater = parts;
}

/**
 * Gets it.
 *
 * @param load asks for its script, if that is not there; settled when it has run or cannot
 */
export async function whenHandedOver(load: () => Promise<void>): Promise<HandedOver> {
  if (!world.hotPapersLater) await load();
  const parts = world.hotPapersLater;
  if (!parts) throw new Error("no conversation script");
  return parts;
}
