/**
 * An index in memory, for a browser that refuses the extension any database (Firefox that is always private). It does what
 * `lib/index` asks of a database and no more: what is read and written is the same, so other code sees no difference. It lasts as
 * long as the worker. Values are kept as they are, and not copied: nothing in `lib/index` changes what it has read or written.
 */
import type { ALL_STORES, FeedRecord, IndexDatabase, Unmirrored } from "./schema.ts";

type Key = string | number | readonly Key[];
type Row = { key: Key; value: Record<string, unknown> };
type Wanted = IDBKeyRange | Key;

/** Fields that make the key, store by store, as in `open.ts`. */
const KEY_PATHS: Record<(typeof ALL_STORES)[number], string | readonly string[]> = {
  digests: ["date", "feed"],
  words: ["date", "feed"],
  blocks: ["month", "part"],
  days: "date",
  heat: "date",
  totals: "id",
  unmirrored: "id",
  feeds: "id",
  halfWrites: "lot",
};

/** Order of keys as in IndexedDB: numbers, texts, lists. */
function compare(a: Key, b: Key): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [place, part] of a.entries()) {
      if (place >= b.length) return 1;
      const order = compare(part as Key, b[place] as Key);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  const [kindOfA, kindOfB] = [kindOf(a), kindOf(b)];
  if (kindOfA !== kindOfB) return kindOfA - kindOfB;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const kindOf = (key: Key) => (Array.isArray(key) ? 2 : typeof key === "string" ? 1 : 0);
const isRange = (wanted: Wanted): wanted is IDBKeyRange =>
  typeof wanted === "object" && !Array.isArray(wanted);

/** The rows of one store, in order of keys; never changed, so that readers keep what they began with. */
class Rows {
  readonly #byKey: ReadonlyMap<string, Row>;
  #sorted: readonly Row[] | undefined;

  constructor(byKey: ReadonlyMap<string, Row> = new Map()) {
    this.#byKey = byKey;
  }

  copy(): Map<string, Row> {
    return new Map(this.#byKey);
  }

  get(key: Key): Row | undefined {
    return this.#byKey.get(JSON.stringify(key));
  }

  in(wanted: Wanted | undefined): readonly Row[] {
    this.#sorted ??= [...this.#byKey.values()].toSorted((a, b) => compare(a.key, b.key));
    if (wanted === undefined) return this.#sorted;
    if (!isRange(wanted)) return [this.get(wanted)].filter((row) => row !== undefined);
    const { lower, lowerOpen, upper, upperOpen } = wanted as Omit<IDBKeyRange, "lower" | "upper"> & {
      lower?: Key;
      upper?: Key;
    };
    const from = lower === undefined ? 0 : this.#place(lower, lowerOpen);
    const to = upper === undefined ? this.#sorted.length : this.#place(upper, !upperOpen);
    return this.#sorted.slice(from, to);
  }

  /** How many rows come before a key; with `over`, before or at it. */
  #place(key: Key, over: boolean): number {
    const sorted = this.#sorted ?? [];
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(sorted[middle]?.key ?? key, key);
      if (order < 0 || (over && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

type Tables = Record<string, Rows>;

/** What is committed, and the end of the writer that came last. */
interface Memory {
  tables: Tables;
  lastWriter: Promise<unknown>;
  onFeeds: (feeds: readonly FeedRecord[]) => void;
}

class Transaction {
  readonly done: Promise<void>;
  readonly error = null;
  readonly #memory: Memory;
  readonly #before: Promise<unknown>;
  readonly #ended = Promise.withResolvers<void>();
  readonly #writing: boolean;
  /** What this transaction sees; for a writer what it makes, once those before it have ended. */
  #tables: Tables;
  #changed = new Map<string, Map<string, Row>>();
  #state: "new" | "begun" | "over" = "new";
  /** Requests that were made since the last look. */
  #requests = 0;

  constructor(memory: Memory, mode: IDBTransactionMode) {
    this.#memory = memory;
    this.#tables = memory.tables;
    this.#writing = mode === "readwrite";
    this.#before = this.#writing ? memory.lastWriter : Promise.resolve();
    this.done = this.#writing ? this.#ended.promise : Promise.resolve();
    if (!this.#writing) return;
    memory.lastWriter = this.done.catch(() => undefined);
    void this.#before.then(() => this.#endLater());
  }

  get store() {
    return this.objectStore("unmirrored"); // only this store has writers over one store alone
  }

  objectStore(name: string) {
    const key = (value: Record<string, unknown>): Key => {
      const path = KEY_PATHS[name as keyof typeof KEY_PATHS];
      return (Array.isArray(path) ? path.map((each) => value[each]) : value[path as string]) as Key;
    };
    return {
      get: (wanted: Wanted) => this.#request((tables) => rowsOf(tables, name).in(wanted)[0]?.value),
      getKey: (wanted: Wanted) => this.#request((tables) => rowsOf(tables, name).in(wanted)[0]?.key),
      getAll: (wanted?: Wanted) =>
        this.#request((tables) =>
          rowsOf(tables, name)
            .in(wanted)
            .map(({ value }) => value),
        ),
      getAllKeys: (wanted?: Wanted) =>
        this.#request((tables) =>
          rowsOf(tables, name)
            .in(wanted)
            .map((row) => row.key),
        ),
      put: (value: Record<string, unknown>) =>
        this.#change(name, (rows) => rows.set(JSON.stringify(key(value)), { key: key(value), value })),
      delete: (wanted: Wanted) =>
        this.#change(name, (rows) => {
          const gone = isRange(wanted) ? new Rows(rows).in(wanted).map((row) => row.key) : [wanted];
          for (const each of gone) rows.delete(JSON.stringify(each));
        }),
      clear: () => this.#change(name, (rows) => rows.clear()),
    };
  }

  abort(): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#ended.reject(new DOMException("aborted", "AbortError"));
  }

  async #request<Result>(work: (tables: Tables) => Result): Promise<Result> {
    this.#requests += 1;
    await this.#before;
    if (this.#state === "over") throw new DOMException("aborted", "AbortError");
    if (this.#state === "new" && this.#writing) this.#tables = { ...this.#memory.tables };
    this.#state = "begun";
    this.#requests += 1;
    return work(this.#tables);
  }

  #change(name: string, work: (rows: Map<string, Row>) => unknown): Promise<void> {
    return this.#request((tables) => {
      const rows = this.#changed.get(name) ?? rowsOf(tables, name).copy();
      this.#changed.set(name, rows);
      work(rows);
      tables[name] = new Rows(rows);
    });
  }

  /** As in IndexedDB: it completes as soon as nothing more is asked for. */
  #endLater(): void {
    this.#requests = 0;
    setTimeout(() => {
      if (this.#state === "over") return;
      if (this.#requests > 0) {
        this.#endLater();
        return;
      }
      if (this.#state === "begun") this.#commit();
      this.#state = "over";
      this.#ended.resolve();
    });
  }

  #commit(): void {
    this.#memory.tables = this.#tables;
    if (!this.#changed.has("feeds")) return;
    const feeds = rowsOf(this.#tables, "feeds").in(undefined);
    this.#memory.onFeeds(feeds.map(({ value }) => value as unknown as FeedRecord));
  }
}

const rowsOf = (tables: Tables, name: string): Rows => tables[name] ?? new Rows();

interface MemoryIndexOptions {
  /** States of feeds that it begins with. */
  feeds?: readonly FeedRecord[];
  /** Told all states of feeds after one of them changed. */
  onFeeds?: (feeds: readonly FeedRecord[]) => void;
}

/** A new index without any digest. */
export function createMemoryIndex({
  feeds = [],
  onFeeds = () => undefined,
}: MemoryIndexOptions = {}): IndexDatabase {
  const known = feeds.map((feed): [string, Row] => [
    JSON.stringify(feed.id),
    { key: feed.id, value: { ...feed } },
  ]);
  // What was mirrored before is from another index.
  const unmirrored: Unmirrored = { id: "unmirrored", change: 1, months: [], everything: true };
  const tables: Tables = {
    feeds: new Rows(new Map(known)),
    unmirrored: new Rows(new Map([['"unmirrored"', { key: unmirrored.id, value: { ...unmirrored } }]])),
  };
  const memory: Memory = { tables, lastWriter: Promise.resolve(), onFeeds };
  const transaction = (_: unknown, mode: IDBTransactionMode = "readonly") => new Transaction(memory, mode);
  const read = (name: string) => transaction(name).objectStore(name);
  const database = {
    transaction,
    get: (name: string, key: Wanted) => read(name).get(key),
    getAll: (name: string, range?: Wanted) => read(name).getAll(range),
    getAllKeys: (name: string, range?: Wanted) => read(name).getAllKeys(range),
    close: () => undefined,
  };
  return database as unknown as IndexDatabase;
}
