/** Reading all that the index has of one paper, for the page that shows it. */
import { readPaper } from "../../index/read-paper.ts";
import { ask } from "../../messages/ask.ts";
import type { ConversationEntry } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { ownIndex } from "./read-index.ts";

/** Every entry of a paper with its words, newest day first. */
export async function indexPaper(id: PaperId): Promise<ConversationEntry[]> {
  const db = await ownIndex();
  return db ? readPaper(db, id) : ask("paper", { id });
}
