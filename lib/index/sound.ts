/**
 * Rows of the index as they should be. Disks, other programs and older faults damage them one by one: such a row is dropped, and
 * a read of many goes on with the others. Each gets only a glance: a page reads whole lists of them.
 */
import type {
  ALL_STORES,
  Shown,
  StoredBlock,
  StoredDay,
  StoredDigest,
  StoredHeat,
  StoredFullTexts,
} from "./schema.ts";

type StoreName = (typeof ALL_STORES)[number];
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isObjects = (value: unknown) =>
  Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null);
const isCount = (value: unknown) => typeof value === "number" && value >= 0;

/** A day of the calendar, `YYYY-MM-DD`. */
export const isDay = (value: unknown): value is string => {
  if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

function isEntry(value: unknown): boolean {
  const { id, rank, title, authors, categories, counts, posts } = fieldsOf(value);
  return (
    isText(id) &&
    isCount(rank) &&
    isText(title) &&
    isTexts(authors) &&
    isTexts(categories) &&
    isObjects(counts) &&
    isObjects(posts)
  );
}

const isDigest = ({ date, feed, generated, papers }: Fields) =>
  isDay(date) && isText(feed) && isText(generated) && Array.isArray(papers) && papers.every(isEntry);

const isFullTexts = ({ date, feed, abstracts, texts }: Fields) =>
  isDay(date) && isText(feed) && abstracts instanceof Map && texts instanceof Map;

const isBlock = ({ month, part, rows }: Fields) =>
  isText(month) && isCount(part) && rows instanceof Uint32Array;

const isHeat = ({ date, figures, months, scale }: Fields) =>
  isDay(date) &&
  isTexts(months) &&
  typeof figures === "object" &&
  typeof scale === "object" &&
  Object.values(fieldsOf(figures)).every((each) => each instanceof Uint32Array) &&
  Object.values(fieldsOf(scale)).every(Array.isArray);

const isShown = ({ shown }: Fields) => {
  const { order, hidden } = fieldsOf(shown);
  return isTexts(order) && isTexts(hidden);
};

/** What a row of each store must be like. */
const SOUND: { readonly [Name in StoreName]: (row: Fields) => boolean } = {
  digests: isDigest,
  words: isFullTexts,
  blocks: isBlock,
  days: ({ date, papers, lists }) =>
    isDay(date) && isCount(papers) && (lists === undefined || isTexts(lists)),
  heat: isHeat,
  totals: ({ papers }) => isCount(papers),
  unmirrored: ({ change, months }) => isCount(change) && isTexts(months),
  halfWrites: ({ lot, before, toDo }) =>
    isCount(lot) &&
    (before === undefined ||
      (isText(fieldsOf(fieldsOf(before)["record"])["id"]) && isObjects(fieldsOf(before)["copies"]))) &&
    (toDo === undefined || isText(fieldsOf(toDo)["remove"]) || isObjects(fieldsOf(toDo)["keep"])),
  feeds: (row) => row["id"] !== "shown" || isShown(row),
};

/** Whether a row of a store is as it should be. */
export const isSound = (store: StoreName, row: unknown): boolean => SOUND[store](fieldsOf(row));

const only =
  <Row>(store: StoreName) =>
  (rows: readonly (Row | undefined)[]): Row[] =>
    rows.filter((row): row is Row => row !== undefined && isSound(store, row));

/** The rows that are as they should be. */
export const soundDigests = only<StoredDigest>("digests");
export const soundFullTexts = only<StoredFullTexts>("words");
export const soundBlocks = only<StoredBlock>("blocks");
export const soundDays = only<StoredDay>("days");
export const soundHeat = only<StoredHeat>("heat");

/** The record of what is shown, if it is as it should be. */
export const soundShown = (record: { shown?: Shown } | undefined): Shown | undefined =>
  record && isShown(fieldsOf(record)) ? record.shown : undefined;
