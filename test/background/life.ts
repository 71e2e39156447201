/** One life of the worker: what `entrypoints/background.ts` connects, with a pack of our own. */
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests } from "../../lib/digest/pack.ts";
import { serve } from "../../lib/messages/serve.ts";
import { closeIndex } from "../../lib/index/open.ts";
import { createAnswers } from "../../lib/background/handlers.ts";
import { type BundledDigests, createBundledDigests } from "../../lib/background/bundled-digests.ts";
import type { PackIds } from "../../lib/background/bundled-sets.ts";
import { createLive } from "../../lib/live/live.ts";
import { createDeletion } from "../../lib/background/delete-everything.ts";
import { createPastDays } from "../../lib/live/live-past.ts";
import { createFeeds, type Feeds, type FeedsOptions } from "../../lib/background/feeds.ts";
import { indexChanged } from "../../lib/background/index-changed.ts";
import { ownPage, sendAs } from "../messages/ends.ts";

export interface Life {
  archive: BundledDigests;
  feeds: Feeds;
  /** How often the pack was read. */
  fetched: () => number;
  /** The start's own look at the archive, and import if it is missing. */
  started: Promise<void>;
}

export interface LifeOptions {
  /** Which version of the Twitter set the pack has, the only set unless `packIds` tells others. */
  packId?: string;
  packIds?: PackIds;
  /** The pack's text; never answers if it is a promise that does not. */
  pack: string | Promise<string>;
  patience?: number;
  /** Where feeds are; nowhere unless told. */
  feeds?: Partial<FeedsOptions>;
}

const NOWHERE: FeedsOptions["outside"] = {
  fetch: () => Promise.reject(new TypeError("no network in this test")),
  now: () => Date.now(),
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  random: () => 0.5,
  online: () => true,
};

/** Starts a worker, after ending the one before it as a browser does: without a word. */
export async function startWorker({
  packId = "one",
  packIds = { archive: packId },
  pack,
  patience,
  feeds: where = {},
}: LifeOptions): Promise<Life> {
  await stopWorker();
  const fetch = vi.fn(async () => new Response(await pack));
  const archive = createBundledDigests({ packIds, fetch, ...(patience !== undefined && { patience }) });
  const feeds = createFeeds({ outside: NOWHERE, onChange: indexChanged, ...where });
  const live = createLive({ outside: NOWHERE, onChange: indexChanged });
  const past = createPastDays({ outside: NOWHERE, onChange: indexChanged });
  const deletion = createDeletion({ archive, feeds, live, past });
  serve(createAnswers(archive, feeds, live, past, deletion));
  sendAs(ownPage);
  return {
    archive,
    feeds,
    fetched: () => fetch.mock.calls.length,
    started: archive.ensure().then(deletion.resume).then(indexChanged),
  };
}

export async function stopWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  await closeIndex();
}

/** A pack of only the Twitter set. */
export const packOf = (...digests: Digest[]) => packDigests({ archive: digests });

/** Values of our keys in `storage.local`. */
export const stored = async (key: string): Promise<unknown> =>
  ((await fakeBrowser.storage.local.get(key)) as Record<string, unknown>)[key];
