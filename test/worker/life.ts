/** One life of the worker: what `entrypoints/background.ts` connects, with a pack of our own. */
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Digest } from "../../lib/digest/digest.ts";
import { packDigests } from "../../lib/digest/pack.ts";
import { serve } from "../../lib/messages/serve.ts";
import { closeIndex } from "../../lib/store/open.ts";
import { createAnswers } from "../../lib/worker/answers.ts";
import { type Archive, createArchive } from "../../lib/worker/archive.ts";
import { ownPage, sendAs } from "../messages/ends.ts";

export interface Life {
  archive: Archive;
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
}

/** Starts a worker, after ending the one before it as a browser does: without a word. */
export async function startWorker({ packId = "one", pack, patience }: LifeOptions): Promise<Life> {
  await stopWorker();
  const fetch = vi.fn(async () => new Response(await pack));
  const archive = createArchive({ packId, fetch, ...(patience !== undefined && { patience }) });
  serve(createAnswers(archive));
  sendAs(ownPage);
  return { archive, fetched: () => fetch.mock.calls.length, started: archive.ensure() };
}

export async function stopWorker(): Promise<void> {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  await closeIndex();
}

export const packOf = (...digests: Digest[]) => packDigests(digests);

/** Values of our keys in `storage.local`. */
export const stored = async (key: string): Promise<unknown> =>
  ((await fakeBrowser.storage.local.get(key)) as Record<string, unknown>)[key];
