/** One life of the worker: what `entrypoints/background.ts` connects, with a pack of our own. */
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests } from "../../lib/digest/pack.ts";
import { serve } from "../../lib/messages/serve.ts";
import { closeIndex } from "../../lib/store/open.ts";
import { createAnswers } from "../../lib/worker/answers.ts";
import { type Archive, createArchive } from "../../lib/worker/archive.ts";
import { createLive } from "../../lib/worker/live.ts";
import { createFeeds, type Feeds, type FeedsOptions } from "../../lib/worker/feeds.ts";
import { indexChanged } from "../../lib/worker/index-changed.ts";
import { ownPage, sendAs } from "../messages/ends.ts";

export interface Life {
  archive: Archive;
  feeds: Feeds;
  /** How often the pack was read. */
  fetched: () => number;
  /** The start's own look at the archive, and import where it is missing. */
  started: Promise<void>;
}

export interface LifeOptions {
  packId?: string;
  /** The pack's text; never answers where it is a promise that does not. */
  pack: string | Promise<string>;
  patience?: number;
  /** Where feeds are; nowhere unless told. */
  feeds?: Partial<FeedsOptions>;
}

const NOWHERE: FeedsOptions["outside"] = {
  fetch: () => Promise.reject(new TypeError("no network in this test")),
  now: () => Date.now(),
  random: () => 0.5,
  online: () => true,
};

/** Starts a worker, after ending the one before it as a browser does: without a word. */
export async function startWorker({
  packId = "one",
  pack,
  patience,
  feeds: where = {},
}: LifeOptions): Promise<Life> {
  await stopWorker();
  const fetch = vi.fn(async () => new Response(await pack));
  const archive = createArchive({ packId, fetch, ...(patience !== undefined && { patience }) });
  const feeds = createFeeds({ outside: NOWHERE, onChange: indexChanged, ...where });
  const live = createLive({ outside: NOWHERE, onChange: indexChanged });
  serve(createAnswers(archive, feeds, live));
  sendAs(ownPage);
  return {
    archive,
    feeds,
    fetched: () => fetch.mock.calls.length,
    started: archive.ensure().then(indexChanged),
  };
}

export async function stopWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  await closeIndex();
}

export const packOf = (...digests: Digest[]) => packDigests(digests);

/** Values of our keys in `storage.local`. */
export const stored = async (key: string): Promise<unknown> =>
  ((await fakeBrowser.storage.local.get(key)) as Record<string, unknown>)[key];
