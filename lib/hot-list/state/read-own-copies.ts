/** Reads what the reader brought, for export: loaded when it is asked for. */
import type { Digest } from "../../digest/digest.ts";
import { ask } from "../../messages/ask.ts";
import { ownCopies } from "../../index/own-copies.ts";
import { ownIndex } from "./read-index.ts";

/** Every feed's copy of a day except the bundled ones, oldest day first. */
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
