/**
 * One run over one feed: its first file, then the files that changed, newest first, written with the feed's state as soon as they
 * are there: while some are written the next ones come, and are written together. They are asked for one after the other, except those of
 * a month that the reader waits for.
 */
import type { Digest } from "../digest/digest.ts";
import { readJson } from "../digest/read-json.ts";
import type { DayFile } from "./read/day-file.ts";
import { concernsHost, FeedError } from "./feed-error.ts";
import type { FeedErrorCode } from "./feed-error.ts";
import { fetchFile, textOf } from "./fetch-file.ts";
import type { FetchedFile, FetchOptions } from "./fetch-file.ts";
import { inLots } from "./fetch-ahead.ts";
import { readFolderIndex } from "./read/folder-index.ts";
import type { LogLine } from "./request-log.ts";
import type { Outside } from "../net/outside.ts";
import {
  bytesOf,
  mergeFiles,
  needsIndex,
  READER,
  stampOf,
  waitingFiles,
  withDone,
  withHead,
  withinBudget,
  withMissing,
} from "./plan.ts";
import type { FeedState } from "./plan.ts";
import { type DayContent, readDigests } from "./read/read-digests.ts";
import { recognise } from "./read/recognise.ts";
import type { InlineDigest, Served } from "./read/recognise.ts";
import { sha256 } from "./sha256.ts";
import { createSlices } from "./read/slices.ts";

/** All files of a feed may have this many bytes, unpacked. */
export const MOST_FEED_BYTES = 200_000_000;

/** While this many bytes wait to be read and written, no file is asked for: some 80 days. */
const MOST_AHEAD = 2_000_000;
/** Files are written together with those that come within this many ms, except the newest. */
const LINGER = 400;
/** Files of a month that the reader waits for; a page of the web asks a host for as many. */
const AT_ONCE = 6;

/** What a feed's run works on. */
export interface FeedToRefresh {
  id: string;
  /** Of the first file; absent for the archive, whose files are known. */
  address?: string;
  state: FeedState;
  files: readonly DayFile[];
}

/** Where a run writes to. Each call is one transaction; a run waits for it. */
export interface FeedStore {
  /** The feed's state and all its files. */
  saveListing: (state: FeedState, files: readonly DayFile[]) => Promise<void>;
  /** Digests (maybe none) with the feed's state. */
  saveDigests: (state: FeedState, digests: readonly Digest[]) => Promise<void>;
  /** Told of every request, for the log. */
  logRequest: (line: LogLine) => void;
}

export interface RefreshOptions {
  /** `YYYY-MM-DD` of the reader. */
  today: string;
  /** How many files older than the newest month may be fetched in this run; by default all. */
  olderFiles?: number;
  /** Only the files of these months, `YYYY-MM`, whole and a few at once; the first file is not asked for. */
  months?: readonly string[];
  /** Waited for before each file of a day. */
  turn?: () => Promise<void>;
  limits?: FetchOptions;
}

/** How a run went. */
export interface RefreshResult {
  state: FeedState;
  /** Days that were written. */
  days: string[];
  /** Files that are still to come. */
  waiting: number;
  /** What ended the run, or kept the first file from being read. What was written before stays. */
  error?: FeedError;
}

/**
 * Refreshes a feed. Problems of the feed are in the result.
 *
 * @throws what the store throws, and the reason of `outside.signal`
 */
export async function refreshFeed(
  outside: Outside,
  feed: FeedToRefresh,
  store: FeedStore,
  options: RefreshOptions,
): Promise<RefreshResult> {
  const run = new Run(outside, feed, store, options);
  try {
    if (feed.address !== undefined && options.months === undefined) await run.readHead(feed.address);
    await run.readFiles();
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return run.result(error);
  }
  return run.result();
}

class Run {
  private state: FeedState;
  private files: readonly DayFile[];
  private readonly days = new Set<string>();
  private readonly slice = createSlices();
  private readonly outside: Outside;
  private readonly feed: FeedToRefresh;
  private readonly store: FeedStore;
  private readonly options: RefreshOptions;

  constructor(outside: Outside, feed: FeedToRefresh, store: FeedStore, options: RefreshOptions) {
    this.outside = outside;
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.state = feed.state;
    this.files = feed.files;
  }

  result(error?: FeedError): RefreshResult {
    const waiting = waitingFiles(this.files, this.state, this.options.today).length;
    return { state: this.state, days: [...this.days], waiting, ...(error && { error }) };
  }

  /** Asks for the first file, and takes in what it holds if it changed. */
  async readHead(address: string): Promise<void> {
    const { state } = this;
    const file = await this.fetch(
      address,
      true,
      async ({ bytes }) => (await sha256(bytes)) === state.head,
    ).catch((error: unknown) => {
      // A host that says "not changed" unasked: accepted if we have something.
      if (error instanceof FeedError && error.status === 304 && state.head !== undefined) return undefined;
      throw error;
    });
    if (!file) return;
    const head = await sha256(file.bytes);
    if (head === state.head) return;
    const served = recognise(file, { today: this.options.today, before: state.kind });
    if (served.kind === "page") throw new FeedError("noFeed", file.url, "is a web page");
    await this.keepInline(served.inline, file.bytes.byteLength);
    this.files = mergeFiles(await this.knownFiles(served), served.files);
    this.state = withHead(this.state, served, head);
    await this.store.saveListing(this.state, this.files);
  }

  /** Files known from before, and those of a pointer's list of all days if that is needed. */
  private async knownFiles(served: Served): Promise<readonly DayFile[]> {
    if (served.index === undefined || !needsIndex(this.files, served)) return this.files;
    const file = await this.fetch(served.index, true);
    const json = readJson(textOf(file));
    if (!json) throw new FeedError("unreadable", file.url, "is not whole JSON");
    return mergeFiles(this.files, readFolderIndex(json.value, file.url)?.files ?? []);
  }

  private async keepInline(inline: readonly InlineDigest[], fileBytes: number): Promise<void> {
    let lot: FetchedDay[] = [];
    let [weight, most] = [0, 0]; // only the first
    for (const { key, date, ...content } of inline) {
      const stamp = stampOf(await sha256(content.text));
      const bytes = Math.min(content.text.length, fileBytes);
      lot.push({ key, date, content, stamp, bytes, mayBeSame: true });
      if ((weight += bytes) < most) continue;
      await this.keep(lot);
      lot = [];
      [weight, most] = [0, MOST_AHEAD];
    }
    await this.keep(lot);
  }

  /** Fetches and writes the files that are waiting, newest first, as far as the budget goes. */
  async readFiles(): Promise<void> {
    const { today, months, olderFiles = Infinity } = this.options;
    const waiting = waitingFiles(this.files, this.state, today);
    const chosen = months
      ? waiting.filter(({ date }) => date !== undefined && months.includes(date.slice(0, 7)))
      : withinBudget(waiting, this.files, olderFiles);
    const lots = inLots(chosen, (file) => this.fetchDay(file), {
      weigh: (outcome) => ("bytes" in outcome ? outcome.bytes : 0),
      most: MOST_AHEAD,
      linger: LINGER,
      isLast: (outcome) => "error" in outcome && concernsHost(outcome.error),
      atOnce: months ? AT_ONCE : 1,
    });
    for await (const lot of lots) await this.keep(lot);
  }

  /** A day's file, or why it could not be had: we deal with that in its turn. */
  private async fetchDay(file: DayFile): Promise<FetchedDay | MissingDay> {
    const { key, date } = file;
    let hash = "";
    await this.options.turn?.();
    try {
      // All readers ask alike, with or without files; only the archive's files, which never change, may come from the HTTP cache.
      const fetched = await this.fetch(file.url, this.feed.address !== undefined, async ({ bytes }) => {
        hash = await sha256(bytes);
        return stampOf(hash) === this.state.done[key]?.stamp;
      });
      if (file.sha256 !== undefined && hash !== file.sha256)
        throw new FeedError("checksum", file.url, `has sha256 ${hash}`);
      const [text, bytes] = [textOf(fetched), fetched.bytes.byteLength];
      const mayBeSame = file.sha256 === undefined;
      return { key, date, content: { text }, stamp: stampOf(hash), bytes, mayBeSame };
    } catch (error) {
      if (error instanceof FeedError) return { key, error };
      throw error;
    }
  }

  /** Writes what these files hold, in one transaction with the feed's state. */
  private async keep(lot: readonly (FetchedDay | MissingDay)[]): Promise<void> {
    let { state } = this;
    let failure: FeedError | undefined;
    const coming: Digest[] = [];
    for (const file of lot) {
      if ("error" in file) {
        if (concernsHost(file.error)) failure = file.error;
        else state = withMissing(state, file.key, file.error.code);
        continue;
      }
      await this.slice();
      this.outside.signal?.throwIfAborted();
      const { key, date, content, stamp, bytes, mayBeSame } = file;
      const before = state.done[key];
      if (mayBeSame && before?.stamp === stamp && (!before.aside || before.reader === READER)) continue;
      const { digests, aside } = readDigests(content, this.options.today, date);
      const after = withDone(state, key, { stamp, bytes, ...(aside && { aside, reader: READER }) });
      if (bytesOf(after) > MOST_FEED_BYTES) {
        failure = new FeedError(
          "tooLarge",
          this.feed.address ?? "",
          `more than ${MOST_FEED_BYTES} bytes in all`,
        );
        break;
      }
      state = after;
      coming.push(...digests);
    }
    if (state !== this.state) await this.store.saveDigests(state, coming);
    this.state = state;
    for (const { date } of coming) this.days.add(date);
    if (failure) throw failure;
  }

  /** One request, with its line in the log. */
  private async fetch(
    address: string,
    fresh: boolean,
    isKnown: (file: FetchedFile) => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<FetchedFile> {
    const tell = (outcome: LogLine["outcome"], bytes: number) => {
      const { host } = new URL(address);
      this.store.logRequest({ at: this.outside.now(), host, feed: this.feed.id, outcome, bytes });
    };
    try {
      const { address: from } = this.feed;
      const options = { ...this.options.limits, fresh, ...(from !== undefined && { from }) };
      const file = await fetchFile(this.outside, address, options);
      tell((await isKnown(file)) ? "unchanged" : "new", file.bytes.byteLength);
      return file;
    } catch (error) {
      if (error instanceof FeedError) tell(outcomeOf(error), 0);
      throw error;
    }
  }
}

interface FetchedDay {
  key: string;
  /** The day that the feed says it is of. */
  date: string | undefined;
  content: DayContent;
  stamp: string;
  bytes: number;
  /** Nothing is written if it is what we have. */
  mayBeSame: boolean;
}

interface MissingDay {
  key: string;
  error: FeedError;
}

const outcomeOf = ({ status, code }: FeedError): "unchanged" | FeedErrorCode =>
  status === 304 ? "unchanged" : code;
