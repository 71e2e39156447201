/** Reading what the reader brought, to be taken along: loaded when the reader asks for it. */
import type { Digest } from "../../digest/digest.ts";
import { ask } from "../../messages/ask.ts";
import { ownCopies } from "../../index/own-copies.ts";
import { ownIndex } from "./read-index.ts";

/** Every feed's copy of a day but the bundled ones, oldest day first. */
export async function* indexOwnCopies(): AsyncGenerator<Digest> {
  const db = await ownIndex();
  if (db) {
    yield* ownCopies(db);
    return;
  }
  for (let place = 0; ; place += 1) {
    const copy = await ask("ownCopy", { place });
    if (!copy) return;
    yield copy;
  }
}
