/** Where the page script and the script of the conversation's contents meet: both run in the same world of the same page. */
import type { ShowConversation } from "./contents.ts";

const world = globalThis as { hotPapersShowConversation?: ShowConversation };

/** Leaves the contents' function for the page script. */
export function handOver(show: ShowConversation): void {
  world.hotPapersShowConversation = show;
}

/** The function, once its script has run. */
export const handedOver = (): ShowConversation | undefined => world.hotPapersShowConversation;
