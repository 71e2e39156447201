/** One run over one feed, from its state in the index to what it brings there. Pages are told of it now and then. */
import type { Log } from "../feeds/feed-checks.ts";
import type { FetchOptions } from "../feeds/fetch-file.ts";
import { ARCHIVE } from "../feeds/full-texts-feed.ts";
import type { Outside } from "../net/outside.ts";
import { refreshFeed } from "../feeds/pull-feed.ts";
import type { FeedStore, RefreshOptions, RefreshResult } from "../feeds/pull-feed.ts";
import { openIndex } from "../index/open.ts";
import { putFeedFile, putFeeds } from "../index/write.ts";
import { pause } from "../net/pause.ts";
import { filesRecord, readStoredFeed, stateRecord } from "./feed-state.ts";

/** A feed to ask. The archive has no address. */
export interface AskedFeed {
  id: string;
  address?: string;
}

/** What is the same for all runs. */
export interface RunSetup {
  outside: Omit<Outside, "signal">;
  /** Called after digests were written; at once for the first of a run, then now and then, and at its end. */
  onChange: () => Promise<void>;
  /** How often `onChange` is called at most during a run, in ms. */
  changeEvery: number;
  limits: FetchOptions;
  /** Between two files of the archive that no reader waits for, in ms. */
  archivePause: number;
  log: Log;
}

export interface FeedRun extends Pick<RefreshOptions, "olderFiles" | "months"> {
  signal: AbortSignal;
  /** Waited for after each write that brought something. */
  onProgress?: () => Promise<void>;
}

/** While the archive's files come, pages read the index again at most this often, in ms. */
const ARCHIVE_CHANGES = 15_000;

/** Runs over a feed. Problems of the feed are in the result. @throws what the index throws, and the reason of the signal */
export async function runFeed(
  setup: RunSetup,
  feed: AskedFeed,
  { signal, onProgress = () => Promise.resolve(), ...how }: FeedRun,
): Promise<RefreshResult> {
  const { outside, limits, changeEvery, archivePause, log } = setup;
  signal.throwIfAborted();
  const kept = await readStoredFeed(await openIndex(), feed.id);
  const slowly = feed.id === ARCHIVE && !how.months;
  const changes = createChanges(setup, slowly ? ARCHIVE_CHANGES : changeEvery);
  const store = feedStore(feed.id, signal, log, async (isNew) => {
    if (isNew) {
      changes.add();
      await onProgress();
    }
    await changes.tell();
  });
  try {
    return await refreshFeed({ ...outside, signal }, { ...feed, ...kept }, store, {
      today: new Date(outside.now()).toISOString().slice(0, 10),
      limits,
      ...(slowly && { turn: turns(archivePause, signal), olderFiles: Infinity }),
      ...how,
    });
  } finally {
    await changes.tell(true);
    await log.flush();
  }
}

/** The index as the place that a run writes to, until the signal ends it. */
function feedStore(
  id: string,
  signal: AbortSignal,
  log: Log,
  onWritten: (isNew: boolean) => Promise<void>,
): FeedStore {
  return {
    async saveListing(state, files) {
      signal.throwIfAborted();
      await putFeeds(await openIndex(), [stateRecord(id, state), filesRecord(id, files)]);
    },
    async saveDigests(state, digests) {
      signal.throwIfAborted();
      const record = stateRecord(id, state);
      const { stored } = await putFeedFile(await openIndex(), id, record, digests, {
        knownDaysOnly: id === ARCHIVE,
      });
      await onWritten(stored.length > 0);
    },
    logRequest: log.add,
  };
}

/** Collects the changes of one run, and reports them at most this often. */
function createChanges({ outside, onChange }: RunSetup, every: number) {
  let changed = false;
  let told = -Infinity;
  return {
    add() {
      changed = true;
    },
    async tell(atOnce = false) {
      if (!changed || (!atOnce && outside.now() - told < every)) return;
      changed = false;
      told = outside.now();
      await onChange();
    },
  };
}

/** Waits until this many ms after the last turn; the first does not wait. */
function turns(between: number, signal: AbortSignal): () => Promise<void> {
  let last: Promise<void> | undefined;
  return async () => {
    await last;
    last = pause(between, signal);
    last.catch(() => undefined); // the next turn that waits for it throws
  };
}
