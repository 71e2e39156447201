/** Keeps the mirror in `storage.local` as the index is. See `lib/mirror/mirror.ts` for what it is for. */
import { browser } from "../browser.ts";
import { encodeMonth, monthKey, monthOrder, type MirrorState, STATE_KEY } from "../mirror/mirror.ts";
import { type IndexDatabase, openIndex } from "../store/open.ts";
import { monthsOf, readMonth } from "../store/read-months.ts";
import type { Unmirrored } from "../store/schema.ts";
import { forgetUnmirrored, readUnmirrored } from "../store/unmirrored.ts";
import { badgeInWords } from "../texts/badge-words.ts";
import { language } from "../texts/text.ts";
import { createQueue } from "./queue.ts";
import { warn } from "./warn.ts";

/**
 * Bytes that are mirrored at most, as JSON, which is how Chromium counts: half of the 10 MB that `storage.local` has there. The
 * archive takes some 550 kB. Older months are asked of the index.
 */
const MOST_BYTES = 5_000_000;
/** How far the mirror is filled when it is made anew, the newest months first: so that it has room for some time. */
const FILLED_BYTES = 4_000_000;

/** What is kept under `STATE_KEY`, with what only the worker needs. */
interface KeptState extends MirrorState {
  /** Bytes of all mirrored months. */
  bytes: number;
  /** Which words the badges are made of. */
  words: string;
}

const BEGINNING = monthOrder("9101"); // arXiv's first year

const inTurn = createQueue();

/**
 * Brings the mirror up to date with the index, and tells everybody if the index has changed. To be called after each
 * write, and when the worker starts, for what an earlier one left undone: a change stays noted in the index until it is
 * mirrored and told. Never throws.
 */
export function syncMirror(tell: () => Promise<void> = async () => undefined): Promise<void> {
  return inTurn(async () => {
    try {
      const db = await openIndex();
      const changed = await readUnmirrored(db);
      await mirror(db, changed);
      if (!changed) return;
      await tell(); // after the mirror, so that a page that looks again finds it up to date
      await forgetUnmirrored(db, changed);
    } catch (error) {
      warn(error);
    }
  });
}

/** Without a mirror pages ask the index; throws only where the old one can neither be kept nor taken away. */
async function mirror(db: IndexDatabase, changed: Unmirrored | undefined): Promise<void> {
  try {
    const state = await readState();
    const fits = state?.whole === true && state.words === wordsNow();
    if (fits && !changed) return;
    const bytes =
      fits && changed && !changed.everything ? await mirrorMonths(db, changed.months, state) : undefined;
    if (bytes === undefined) await mirrorEverything(db);
    else await write({ [STATE_KEY]: { ...state, bytes } });
  } catch (error) {
    warn(error, "the mirror could not be written");
    await withdraw();
  }
}

/** Mirrors these months, and gives how many bytes the mirror has then; undefined where it has no room for them. */
async function mirrorMonths(
  db: IndexDatabase,
  months: readonly string[],
  state: KeptState,
): Promise<number | undefined> {
  let { bytes } = state;
  for (const month of months) {
    if (monthOrder(month) < state.since) continue;
    const key = monthKey(month);
    const before = (await browser.storage.local.get(key))[key];
    const value = await valueOf(db, month);
    bytes += bytesOf(value) - bytesOf(before);
    if (bytes > MOST_BYTES) return undefined;
    if (value !== "") await write({ [key]: value });
    else await browser.storage.local.remove(key);
  }
  return bytes;
}

async function mirrorEverything(db: IndexDatabase): Promise<void> {
  await browser.storage.local.remove(STATE_KEY); // pages ask the index until it is whole
  const months = (await monthsOf(db)).toSorted((a, b) => (monthOrder(a) < monthOrder(b) ? 1 : -1));
  const state: KeptState = { whole: true, since: BEGINNING, bytes: 0, words: wordsNow() };
  const values: Record<string, unknown> = {};
  for (const month of months) {
    const value = await valueOf(db, month);
    const bytes = bytesOf(value);
    if (state.bytes + bytes > FILLED_BYTES) {
      // Old archives share their months: of one that is not whole nothing is promised.
      state.since = after(monthOrder(month));
      break;
    }
    state.bytes += bytes;
    values[monthKey(month)] = value;
  }
  await browser.storage.local.remove((await monthKeys()).filter((key) => !(key in values)));
  await write(values);
  await write({ [STATE_KEY]: state });
}

/** Takes all of the mirror away: room for what the reader chose, where there is none. */
async function withdraw(): Promise<void> {
  await browser.storage.local.remove(STATE_KEY);
  await browser.storage.local.remove(await monthKeys());
}

/** Keys of all months that are there. It reads all that is stored, so only where the mirror is made anew. */
async function monthKeys(): Promise<string[]> {
  const stored = Object.keys(await browser.storage.local.get(null));
  return stored.filter((key) => key.startsWith(monthKey("")));
}

const valueOf = async (db: IndexDatabase, month: string) =>
  encodeMonth((await readMonth(db, month)).map(badgeInWords));

/**
 * The words of badges are ours and the browser's language, so both an update and another language, which browsers take up when they
 * start, make the mirror anew.
 */
const wordsNow = () => `${browser.runtime.getManifest().version} ${language()}`;

/** How much a value takes, as JSON: figures have characters of three bytes. */
const bytesOf = (value: unknown) =>
  value === undefined ? 0 : new TextEncoder().encode(JSON.stringify(value)).length;

/** The first text that sorts behind a month and before the next one. */
const after = (order: string) => `${order}+`;

const write = (values: Record<string, unknown>) => browser.storage.local.set(values);

async function readState(): Promise<KeptState | undefined> {
  const state: unknown = (await browser.storage.local.get(STATE_KEY))[STATE_KEY];
  return typeof state === "object" && state !== null && "bytes" in state ? (state as KeptState) : undefined;
}
