/** Keeps the mirror in `storage.local` as the index is. See `lib/mirror/mirror.ts` for what it is for. */
import { browser } from "../browser.ts";
import { encodeMonth, monthKey, monthOrder, type MirrorState, rowsIn, STATE_KEY } from "../mirror/mirror.ts";
import { type IndexDatabase, openIndex } from "../store/open.ts";
import { monthsOf, readMonth } from "../store/read-months.ts";
import type { Unmirrored } from "../store/schema.ts";
import { forgetUnmirrored, readUnmirrored } from "../store/unmirrored.ts";
import { createQueue } from "./queue.ts";
import { warn } from "./warn.ts";

/**
 * Rows that are mirrored at most, the newest months first: some 5 MB of the 10 that `storage.local` has. The archive has
 * 3,347 rows. Older months are asked of the index.
 */
const MOST_ROWS = 50_000;

/** What is kept under `STATE_KEY`, with what only the worker needs. */
interface KeptState extends MirrorState {
  /** Rows in all mirrored months. */
  rows: number;
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

/** Never throws: without a mirror pages ask the index. */
async function mirror(db: IndexDatabase, changed: Unmirrored | undefined): Promise<void> {
  try {
    const state = await readState();
    if (state?.whole && !changed) return;
    const rows =
      state?.whole && changed && !changed.everything
        ? await mirrorMonths(db, changed.months, state)
        : Infinity;
    if (rows > MOST_ROWS) await mirrorEverything(db);
    else await write({ [STATE_KEY]: { ...state, rows } });
  } catch (error) {
    warn(error, "the mirror could not be written");
    await browser.storage.local.remove(STATE_KEY).catch(() => undefined);
  }
}

/** Mirrors these months, and gives how many rows the mirror has then. */
async function mirrorMonths(db: IndexDatabase, months: readonly string[], state: KeptState): Promise<number> {
  let { rows } = state;
  for (const month of months) {
    if (monthOrder(month) < state.since) continue;
    const key = monthKey(month);
    const before = (await browser.storage.local.get(key))[key];
    const value = encodeMonth(await readMonth(db, month));
    rows += rowsIn(value) - rowsIn(before);
    if (value !== "") await write({ [key]: value });
    else await browser.storage.local.remove(key);
  }
  return rows;
}

async function mirrorEverything(db: IndexDatabase): Promise<void> {
  await browser.storage.local.remove(STATE_KEY); // pages ask the index until it is whole
  const months = (await monthsOf(db)).toSorted((a, b) => (monthOrder(a) < monthOrder(b) ? 1 : -1));
  const state: KeptState = { whole: true, since: BEGINNING, rows: 0 };
  const values: Record<string, unknown> = {};
  for (const month of months) {
    const value = encodeMonth(await readMonth(db, month));
    const rows = rowsIn(value);
    if (state.rows + rows > MOST_ROWS) {
      // Old archives share their months: of one that is not whole nothing is promised.
      state.since = after(monthOrder(month));
      break;
    }
    state.rows += rows;
    values[monthKey(month)] = value;
  }
  const stored = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(
    stored.filter((key) => key.startsWith(monthKey("")) && !(key in values)),
  );
  await write(values);
  await write({ [STATE_KEY]: state });
}

/** The first text that sorts behind a month and before the next one. */
const after = (order: string) => `${order}+`;

const write = (values: Record<string, unknown>) => browser.storage.local.set(values);

async function readState(): Promise<KeptState | undefined> {
  const state: unknown = (await browser.storage.local.get(STATE_KEY))[STATE_KEY];
  return typeof state === "object" && state !== null && "rows" in state ? (state as KeptState) : undefined;
}
