/** "Look now" on the full page, for readers who came to ask: from arXiv's page, which could not ask for consent, or by right click. */
import { requestLook } from "../../live/look-consent.ts";
import { ask } from "../../messages/ask.ts";
import type { LookReply } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { asksToLook } from "../target.ts";

/** Asks the networks about a paper, after the reader's consent; undefined without it. To be called in the handler of a click. */
export type Look = (id: PaperId) => Promise<LookReply | undefined>;

/** What the button does, on a page with this hash; undefined if there is to be none. */
export const lookHere = (hash: string): Look | undefined => (asksToLook(hash) ? look : undefined);

async function look(id: PaperId): Promise<LookReply | undefined> {
  return (await requestLook()) ? ((await ask("lookNow", { id })) ?? undefined) : undefined;
}
