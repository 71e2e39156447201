/** The bundled digests: each set is brought into the index whole, or not at all, and again if it is missing. */
import { BUNDLED_IDS, type BundledId } from "../digest/bundled.ts";
import { createQueue } from "../queue.ts";
import { warn } from "../warn.ts";
import {
  type BundledSets,
  deleteAllData,
  type PackIds,
  removeSet,
  type SetState,
  wantSets,
} from "./bundled-sets.ts";
import type { BundledState } from "../settings/bundled-state.ts";
import { importMissing } from "./import-bundled.ts";

export interface BundledDigests {
  /** Imports each set that the index lacks or has from another pack, unless the reader removed it. Never throws: see `state`. */
  ensure: () => Promise<void>;
  /**
   * Ends as soon as the index can answer: at once, except during the first import. That is awaited, so that the first page after installing
   * has its badges too. Not forever: if an import has failed, or takes too long, there is nothing better to wait for.
   */
  ready: () => Promise<void>;
  /** How the sets are together; known once we have looked into the index. */
  state: () => Promise<BundledState>;
  /** How each set is. */
  sets: () => Promise<ReadonlyMap<BundledId, SetState>>;
  /** Deletes all data of all feeds in one transaction, and keeps the sets from coming back. Throws a StoreError. */
  deleteEverything: () => Promise<void>;
  /** Takes one set away, and keeps it from coming back. Throws a StoreError. */
  remove: (id: BundledId) => Promise<void>;
  /** Brings back a set that was removed or has failed, or all of them. Throws what stopped it. */
  restore: (id?: BundledId) => Promise<void>;
}

export interface BundledOptions {
  packIds: PackIds;
  fetch: (url: string) => Promise<Response>;
  /** How long a look-up waits for the first import, in ms. The whole import takes a second on a slow machine. */
  patience?: number;
}

/** The bundled digests in one life of the worker. */
export function createBundledDigests({ packIds, fetch, patience = 20_000 }: BundledOptions): BundledDigests {
  const inTurn = createQueue();
  const sets: BundledSets = {
    packIds,
    ids: BUNDLED_IDS.filter((id) => packIds[id] !== undefined),
    states: new Map(),
    shown: { state: "importing", progress: 0 },
  };
  /** When it is known how the sets are, and when the index can answer. */
  let known: Promise<void> = Promise.resolve();
  let readable: Promise<void> = Promise.resolve();

  /** Runs after what is under way; `known` and `readable` are about this run from now on. */
  function start(before: () => Promise<void> = async () => undefined): Promise<void> {
    const looked = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    known = looked.promise;
    readable = answers.promise;
    return inTurn(async () => {
      await before();
      await importMissing(sets, { fetch, lookedInto: looked.resolve, canAnswer: answers.resolve });
    }).finally(() => {
      looked.resolve();
      answers.resolve();
    });
  }

  return {
    ensure: () => start().catch((error: unknown) => warn(error)),
    ready: () => atMost(patience, readable),
    async state() {
      await known;
      return sets.shown;
    },
    async sets() {
      await known;
      return sets.states;
    },
    deleteEverything: () => inTurn(() => deleteAllData(sets)),
    remove: (id) => inTurn(() => removeSet(sets, id)),
    restore: (wanted) => start(() => wantSets(sets, wanted)),
  };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
