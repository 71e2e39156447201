/** The archive that ships with the extension: brought into the index whole, or not at all, and again where it is missing. */
import { browser } from "../browser.ts";
import { unpackDigests } from "../digest/pack.ts";
import { openIndex } from "../store/open.ts";
import { readFeed } from "../store/read.ts";
import { StoreError } from "../store/store-error.ts";
import { clearIndex, putFeed, replaceFeed } from "../store/write.ts";
import { text } from "../texts/text.ts";
import { type ArchiveState, showArchiveState } from "./archive-state.ts";
import { plainText } from "./plain-text.ts";
import { createQueue } from "./queue.ts";
import { indexChanged } from "./index-changed.ts";
import { warn } from "./warn.ts";

export interface Archive {
  /** Imports the pack where the index lacks it or has another one, unless the reader deleted it. Never throws: see `state`. */
  ensure: () => Promise<void>;
  /**
   * Ends as soon as the index can answer: at once, but for the first import, which is waited for, so that the first
   * page after installing has its badges too. Not for ever: after an import that failed, or takes too long, there is
   * nothing better to wait for.
   */
  ready: () => Promise<void>;
  /** How the archive is; known once the index was looked into. */
  state: () => Promise<ArchiveState>;
  /** Deletes all data of all feeds in one transaction, and keeps the archive from coming back. Throws a StoreError. */
  deleteEverything: () => Promise<void>;
  /** Brings the archive back after it was deleted or has failed. Throws what stopped it. */
  restore: () => Promise<void>;
}

export interface ArchiveOptions {
  /** Tells one pack from another. */
  packId: string;
  fetch: (url: string) => Promise<Response>;
  /** How long a look-up waits for the first import, in ms. The whole import takes half a second on a slow machine. */
  patience?: number;
}

const FEED = "archive";
/** Progress is shown this often at most, in ms: each time is a write to `storage.local`. */
const SHOW_EVERY = 200;

/** The archive of one life of the worker. */
export function createArchive({ packId, fetch, patience = 20_000 }: ArchiveOptions): Archive {
  const inTurn = createQueue();
  let state: ArchiveState = { state: "importing", progress: 0 };
  /** When it is known how the archive is, and when the index can answer. */
  let known: Promise<void> = Promise.resolve();
  let readable: Promise<void> = Promise.resolve();

  function show(next: ArchiveState): void {
    state = next;
    showArchiveState(next).catch((error: unknown) => warn(error));
  }

  /** Looks what there is, and imports the pack if it is not that; throws what stopped it. */
  async function run(lookedInto: () => void, canAnswer: () => void): Promise<void> {
    try {
      const feed = await readFeed(await openIndex(), FEED);
      const missing = !feed?.deleted && feed?.pack !== packId;
      if (missing) show({ state: "importing", progress: 0 });
      else show(feed?.deleted ? { state: "deleted", progress: 0 } : { state: "whole", progress: 1 });
      lookedInto();
      if (!missing) return;
      if (feed?.pack !== undefined) canAnswer();
      await importPack();
    } catch (error) {
      show({ state: "failed", progress: 0, failure: failureText(error) });
      throw error;
    }
  }

  async function importPack(): Promise<void> {
    const digests = unpackDigests(await fetchPack(fetch));
    let shown = Date.now();
    await replaceFeed(await openIndex(), { id: FEED, pack: packId }, digests, (progress) => {
      if (Date.now() - shown < SHOW_EVERY) return;
      shown = Date.now();
      show({ state: "importing", progress });
    });
    show({ state: "whole", progress: 1 });
    await indexChanged();
  }

  /** Runs after what is under way; `known` and `readable` are about this run from now on. */
  function start(before: () => Promise<void> = async () => undefined): Promise<void> {
    const looked = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    known = looked.promise;
    readable = answers.promise;
    return inTurn(async () => {
      await before();
      await run(looked.resolve, answers.resolve);
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
      return state;
    },
    deleteEverything: () =>
      inTurn(async () => {
        await clearIndex(await openIndex(), [{ id: FEED, deleted: true }]);
        show({ state: "deleted", progress: 0 });
        await indexChanged();
      }),
    restore: () =>
      start(async () => {
        const db = await openIndex();
        // The wish first, by itself: an import that is stopped begins again at the next start.
        if ((await readFeed(db, FEED))?.deleted) await putFeed(db, { id: FEED });
      }),
  };
}

async function fetchPack(fetch: ArchiveOptions["fetch"]): Promise<string> {
  const response = await fetch(browser.runtime.getURL("/archive.json"));
  if (!response.ok) throw new Error(`archive.json: ${response.status}`);
  return response.text();
}

/** A damaged pack is a damaged extension; everything else has a sentence of its own. */
const failureText = (error: unknown) =>
  error instanceof StoreError ? plainText(error) : text("problemArchive", plainText(error));

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
