/** Where the page script and the script of conversations meet: both run in the same world of the same page. */
import type { OpenConversation } from "./opener.ts";

const world = globalThis as { hotPapersConversation?: OpenConversation };

/** Leaves the function that opens conversations for the page script. */
export function handOver(open: OpenConversation): void {
  world.hotPapersConversation = open;
}

/** The function, once its script has run. */
export const handedOver = (): OpenConversation | undefined => world.hotPapersConversation;
