/**
 * The mirror: all badges in `storage.local`, one value per month, ready to be shown, which the page script reads by itself. The index
 * in IndexedDB is the truth, but a page script cannot open it, and the worker that can is usually stopped when the reader opens
 * arXiv: waking it takes longer than the first paint, a read of `storage.local` does not.
 *
 * The worker keeps it (`lib/background/keep-mirror.ts`). A page trusts it only while its state says that it is whole.
 */
import type { Badge } from "../../messages/messages.ts";
import { monthOf, numberOf, type PaperId } from "../../paper/paper-id.ts";

/**
 * The form of what is kept. A changed form gets the next number: a page script and a background of different versions, as after files were
 * replaced and before the extension is loaded again, do not read each other's rows, and the index is asked.
 */
export const FORM = 4;

/** Where the state is kept: `{ whole: FORM }`, and anything else means that the index has to be asked. */
export const STATE_KEY = "mirror";

/** Where a month is kept; a month without papers has none or an empty one. */
export const monthKey = (month: string): string => `mirror:${month}`;

/**
 * Where the newest months are kept once more, together, for pages whose address names no month, such as a search: reading months one by
 * one once entries have told them takes such a page beyond its first paint. A key like those of months, so that it is taken away with them.
 */
export const NEWEST_KEY: string = monthKey("newest");

/** What is kept under `NEWEST_KEY`. */
export interface NewestMonths {
  /** The oldest month that this covers, as `monthOrder` gives it. */
  since: string;
  /** Values of months, as each also has its own; a month without papers has none. */
  months: Record<string, string>;
}

/** One row for each paper: what its badge shows that no other of its day does. */
type Row = readonly [
  number: number,
  rank: number,
  heat: number,
  mostHeat: number,
  likes: Badge["likes"],
  place: string,
  pieces: string,
  figures: string,
];

/** What the rows of a day share: once before them, because it is more than half of what a badge says. CUT stands for the place in it. */
type Head = readonly [day: string, rankWords: string, sentence: string];

/** Marks the place, and separates the pieces of a sentence: none of our words has it. Several texts take a third more room and time. */
const CUT = "|";

const lineOf = (values: Row | Head) => `\n${JSON.stringify(values).slice(1, -1)}`;

/**
 * The value of a month: a line for each row, which is its JSON without the brackets, and one for each head, before its rows. One text,
 * because a page gets that in no time, while a tree of a thousand values is copied one by one into it (20 ms in Firefox); it then reads
 * the few lines that it wants. Before all of them comes their length: without it, a value that is cut short does not show what is
 * missing.
 */
export function encodeMonth(badges: readonly Badge[]): string {
  const days = new Map<string, string>();
  for (const { id, rank, heat, mostHeat, likes, words } of badges) {
    const { place, rank: inWords, day, sentence, figures } = words;
    const [quiet = "", ...pieces] = sentence;
    const head = lineOf([day, inWords.replace(place, CUT), quiet.replace(place, CUT)]);
    const row = lineOf([
      numberOf(id),
      rank,
      heat,
      mostHeat,
      likes,
      place,
      pieces.map((each) => CUT + each).join(""),
      figures,
    ]);
    days.set(head, (days.get(head) ?? "") + row);
  }
  const lines = [...days].map(([head, rows]) => head + rows).join("");
  return lines.length + lines;
}

/**
 * Badges of a month for those ids that it has, or undefined if its value is damaged.
 *
 * @param value what is kept for the month
 * @param ids all of that month
 */
function decodeMonth(value: unknown, ids: readonly PaperId[]): Badge[] | undefined {
  if (typeof value !== "string") return undefined;
  const [length = "", ...lines] = value.split("\n");
  if (length === "" || value.length !== length.length + Number(length)) return undefined;
  const wanted = new Map<number, PaperId>();
  for (const id of ids) wanted.set(numberOf(id), id);
  const badges: Badge[] = [];
  let head = "";
  for (const line of lines) {
    if (line.startsWith('"')) head = line;
    const id = wanted.get(Number.parseInt(line, 10));
    if (!id) continue;
    const badge = badgeOf(id, `[${line},${head}]`);
    if (!badge) return undefined;
    badges.push(badge);
  }
  return badges;
}

function badgeOf(id: PaperId, row: string): Badge | undefined {
  try {
    const [, rank, heat, mostHeat, likes, place, pieces, figures, day, inWords, quiet] = JSON.parse(row) as [
      ...Row,
      ...Head,
    ];
    const placed = (words: string) => words.replace(CUT, place);
    const words = {
      place,
      rank: placed(inWords),
      day,
      sentence: (placed(quiet) + pieces).split(CUT),
      figures,
    };
    return { id, rank, heat, mostHeat, likes, words };
  } catch {
    return undefined;
  }
}

/** This many months are read in one go with everything else that a page needs at first. A year takes ten times as long. */
const FIRST_MONTHS = 2;

/** Reads values of `storage.local`: those keys that are there. */
export type ReadStorage = (keys: string[]) => Promise<Record<string, unknown>>;

/** What the mirror answered. */
export interface MirrorAnswer {
  badges: Badge[];
  /** Ids that only the index can answer, because the mirror does not have their months. */
  rest: PaperId[];
}

/**
 * The mirror as one page reads it: each value once.
 *
 * @param alsoRead further keys that the page wants from the first read
 */
export function createMirrorReader(read: ReadStorage, alsoRead: readonly string[] = []) {
  const values = new Map<string, Promise<unknown>>();

  /** Reads what has not been read yet, in one go. */
  const load = (keys: readonly string[]): Promise<unknown>[] => {
    const missing = keys.filter((key) => !values.has(key));
    const reading = missing.length > 0 ? read([...missing]) : undefined;
    for (const key of missing)
      values.set(
        key,
        Promise.resolve(reading).then((found) => found?.[key]),
      );
    return keys.map((key) => values.get(key) ?? Promise.resolve());
  };
  const always = [STATE_KEY, ...alsoRead];

  return {
    /** One of the keys in `alsoRead`. */
    value: (key: string): Promise<unknown> => load([...always, key]).at(-1) ?? Promise.resolve(),

    /**
     * Reads months ahead, while the page is still on its way: those of its first entries before the others, and the newest if none is
     * named. Settled when those are there or cannot be.
     */
    async prefetch(months: readonly string[]): Promise<void> {
      const keys = months.length > 0 ? months.map(monthKey) : [NEWEST_KEY];
      const first = load([...always, ...keys.slice(0, FIRST_MONTHS)]);
      for (const later of load(keys.slice(FIRST_MONTHS))) later.catch(() => undefined);
      await Promise.allSettled(first);
    },

    async lookup(ids: Iterable<PaperId>): Promise<MirrorAnswer> {
      const newest = (await values.get(NEWEST_KEY)) as Partial<NewestMonths> | null | undefined;
      const answer: MirrorAnswer = { badges: [], rest: [] };
      const months = [...Map.groupBy(ids, monthOf)];
      const keys = months.map(([month]) =>
        newest?.months && covers(newest, month) ? NEWEST_KEY : monthKey(month),
      );
      const [state, ...found] = await Promise.all(load([...always, ...keys]));
      for (const [place, [month, wanted]] of months.entries()) {
        const value = keys[place] === NEWEST_KEY ? newest?.months?.[month] : found[alsoRead.length + place];
        const badges =
          isWhole(state) && covers(state, month) ? badgesIn(value, month, wanted, state) : undefined;
        if (badges) answer.badges.push(...badges);
        else answer.rest.push(...wanted);
      }
      return answer;
    },
  };
}

/** What is kept under `STATE_KEY`. */
export interface MirrorState {
  /** FORM if every month from `since` on is as in the index; anything else while the index is being written. */
  whole: number;
  /** The months that have a value. */
  months: readonly string[];
  /** The oldest month that is mirrored, as `monthOrder` gives it. */
  since: string;
}

/** A month as a text that sorts by time: `2108` is "2021-08", `hep-th/9901` is "1999-01". */
export function monthOrder(month: string): string {
  const digits = month.slice(-4);
  return `${digits.startsWith("9") ? "19" : "20"}${digits.slice(0, 2)}-${digits.slice(2)}`;
}

const isWhole = (state: unknown): state is MirrorState =>
  (state as MirrorState | null | undefined)?.whole === FORM;

/** Badges of a month; undefined if what is kept of it is damaged or missing. */
const badgesIn = (value: unknown, month: string, ids: readonly PaperId[], { months }: MirrorState) =>
  value === undefined && !months.includes(month) ? [] : decodeMonth(value, ids);

/** Whether a value covers a month: the whole mirror, or the newest months together. */
function covers(value: unknown, month: string): boolean {
  const since = (value as { since?: unknown } | null | undefined)?.since;
  return typeof since === "string" && monthOrder(month) >= since;
}
