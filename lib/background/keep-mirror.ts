/** Keeps the mirror in `storage.local` in step with the index. See `lib/index/mirror/mirror.ts` for what it is for. */
import { browser } from "../browser.ts";
import {
  encodeMonth,
  FORM,
  monthKey,
  monthOrder,
  type MirrorState,
  NEWEST_KEY,
  type NewestMonths,
  STATE_KEY,
} from "../index/mirror/mirror.ts";
import { type IndexDatabase, openIndex } from "../index/open.ts";
import { monthsOf, readMonth } from "../index/read-months.ts";
import type { Unmirrored } from "../index/schema.ts";
import { forgetUnmirrored, readUnmirrored } from "../index/unmirrored.ts";
import { badgeInWords } from "../texts/badge-wording.ts";
import { language } from "../texts/text.ts";
import { createQueue } from "../queue.ts";
import { warn } from "../warn.ts";

/**
 * Bytes of all months that are mirrored at most, as JSON, which is how Chromium counts: with the newest once more, 4 of the 10 MB that
 * `storage.local` has there. Both bundled sets take 0.8 MB. For older months pages ask the index.
 */
const MOST_BYTES = 3_000_000;
/** How far the mirror is filled when it is made again, the newest months first: so that it has room for some time. */
const FILLED_BYTES = 2_500_000;
/**
 * Bytes of the newest months, which are kept once more, together: read in 4 to 8 ms, while a month takes 1. Both bundled sets and half a
 * year of twenty papers a day fit.
 */
const NEWEST_BYTES = 1_000_000;

/** What is kept under `STATE_KEY`, with what only the worker needs. */
interface StoredMirrorState extends MirrorState {
  /** Bytes of all mirrored months. */
  bytes: number;
  /** Which words the badges are made of, and in which form. */
  words: string;
}

/** Sorts before every month. */
const BEGINNING = "";

const inTurn = createQueue();

/**
 * Brings the mirror up to date with the index, and tells all pages if the index has changed. To be called after each
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

/** Without a mirror pages ask the index; throws only if the old one can neither be kept nor taken away. */
async function mirror(db: IndexDatabase, changed: Unmirrored | undefined): Promise<void> {
  try {
    const state = (await read(STATE_KEY)) as StoredMirrorState | undefined;
    const fits = state?.words === wordsNow(); // written as a whole, so the rest is there too
    if (fits && !changed) return;
    const mirrored =
      fits && changed && !changed.everything ? await mirrorMonths(db, changed.months, state) : undefined;
    if (mirrored) await write({ [STATE_KEY]: { ...state, ...mirrored } });
    else await mirrorEverything(db);
  } catch (error) {
    warn(error, "the mirror could not be written");
    await withdraw();
  }
}

/** Mirrors these months, and gives how many bytes and which months the mirror has then; undefined if it has no room for them. */
async function mirrorMonths(
  db: IndexDatabase,
  months: readonly string[],
  state: StoredMirrorState,
): Promise<Pick<StoredMirrorState, "bytes" | "months"> | undefined> {
  let { bytes } = state;
  const kept = new Set(state.months);
  const newest = (await read(NEWEST_KEY)) as NewestMonths;
  const values = { ...newest.months };
  for (const month of months) {
    if (monthOrder(month) < state.since) continue;
    const key = monthKey(month);
    const before = await read(key);
    const value = await valueOf(db, month);
    bytes += bytesOf(value) - bytesOf(before);
    if (bytes > MOST_BYTES) return undefined;
    await write({ [key]: value });
    kept.add(month);
    if (monthOrder(month) >= newest.since) values[month] = value;
  }
  await write({ [NEWEST_KEY]: await newestOf({ ...newest, months: values }) });
  return { bytes, months: [...kept] };
}

async function mirrorEverything(db: IndexDatabase): Promise<void> {
  const all = await fill(await monthsOf(db), (month) => valueOf(db, month), FILLED_BYTES, BEGINNING);
  const values: Record<string, unknown> = { [NEWEST_KEY]: await newestOf(all) };
  for (const [month, value] of Object.entries(all.months)) values[monthKey(month)] = value;
  const { since, bytes } = all;
  const months = Object.keys(all.months).toSorted();
  const state: StoredMirrorState = { whole: FORM, since, months, bytes, words: wordsNow() };
  if (await isKept({ ...values, [STATE_KEY]: state })) return;
  await withdraw(); // pages ask the index until it is whole
  await write(values);
  await write({ [STATE_KEY]: state });
}

/** Whether the mirror is this already, as at each start of a worker whose index is in memory. */
async function isKept(values: Record<string, unknown>): Promise<boolean> {
  const stored = await browser.storage.local.get(null);
  const ours = Object.keys(stored).filter((key) => key === STATE_KEY || key.startsWith(monthKey("")));
  return (
    ours.length === Object.keys(values).length &&
    ours.every((key) => JSON.stringify(stored[key]) === JSON.stringify(values[key]))
  );
}

/** As many of these months as are to be kept together. */
const newestOf = ({ since, months }: NewestMonths): Promise<NewestMonths> =>
  fill(Object.keys(months), (month) => months[month] ?? "", NEWEST_BYTES, since);

/** The newest months with their values, as many as have room, and since when none is left out. */
async function fill(
  months: readonly string[],
  value: (month: string) => Promise<string> | string,
  room: number,
  since: string,
): Promise<NewestMonths & { bytes: number }> {
  const filled = { since, bytes: 0, months: {} as Record<string, string> };
  for (const month of months.toSorted((a, b) => (monthOrder(a) < monthOrder(b) ? 1 : -1))) {
    const next = await value(month);
    const bytes = bytesOf(next);
    // Complete only after this month: old archives share theirs, and nothing is promised of one that is not whole.
    if (filled.bytes + bytes > room) return { ...filled, since: `${monthOrder(month)}+` };
    filled.bytes += bytes;
    filled.months[month] = next;
  }
  return filled;
}

/** Takes all of the mirror away, to make room for what the reader chose. It reads all that is stored. */
async function withdraw(): Promise<void> {
  await remove(STATE_KEY);
  const stored = Object.keys(await browser.storage.local.get(null));
  await remove(stored.filter((key) => key.startsWith(monthKey(""))));
}

const valueOf = async (db: IndexDatabase, month: string) =>
  encodeMonth((await readMonth(db, month)).map(badgeInWords));

/**
 * The words of badges are ours and the browser's language, so both an update and another language, which browsers take up when they
 * start, make the mirror again. So does another form of its rows.
 */
const wordsNow = () => `${browser.runtime.getManifest().version} ${language()} ${FORM}`;

/** How much a value takes, as JSON; 0 if there is none. Figures have characters of three bytes. */
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

const write = (values: Record<string, unknown>) => browser.storage.local.set(values);

const remove = (keys: string | string[]) => browser.storage.local.remove(keys);

const read = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];
