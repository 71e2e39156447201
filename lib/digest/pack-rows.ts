/**
 * One set of a pack as rows. What repeats is left out: people, categories and languages are in tables and are referred to by their place,
 * a rank that equals the place is not written, and a post's address follows from its author and id.
 */
import { isPaperId } from "../paper/paper-id.ts";
import type { BundledSet } from "./bundled.ts";
import { isDay, isLocalTime, addDays, daysBetween } from "./dates.ts";
import type { Counts, Digest, Entry, Post } from "./digest.ts";

/** id, poster, day (days after the digest's), language, 1 if right to left, 1 if only the title. */
type PostRow = [string, number, number, number, number, number];
/**
 * id, rank or 0 if it is the place, title, authors (in `people`, or by name if they are there once), categories, figures in the
 * set's order, seconds after the digest's time of writing at which they were counted, posts.
 */
type EntryRow = [
  string,
  number,
  string,
  (number | string)[],
  number[],
  (number | null)[],
  number | null,
  PostRow[],
];
/** day, title or "" for the usual one, time of writing, entries. */
type DigestRow = [string, string, string, EntryRow[]];

export interface SetRows {
  /** Authors of more than one paper, those with the most papers first, because first places are shortest. */
  people: string[];
  categories: string[];
  languages: string[];
  /** Handle and name of all who posted. */
  posters: [string, string][];
  digests: DigestRow[];
}

const usualTitle = (date: string) => `Hot Papers ${date}`;
const tweetUrl = (handle: string, id: string) => `https://twitter.com/${handle}/status/${id}`;
/** Times without a zone are counted as if they were UTC, which only has to be undone the same way. */
const seconds = (time: string) => Date.parse(`${time}Z`) / 1000;
const timeOf = (second: number) => new Date(second * 1000).toISOString().slice(0, 19);

/** Places of values in a table, in the order in which they came. */
function table<T>() {
  const places = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    place(value: T): number {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

function peopleOf(digests: readonly Digest[]): string[] {
  const papers = new Map<string, number>();
  for (const name of digests.flatMap((digest) => digest.papers.flatMap(({ authors }) => authors)))
    papers.set(name, (papers.get(name) ?? 0) + 1);
  return [...papers]
    .filter(([, times]) => times > 1)
    .toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([name]) => name);
}

/**
 * Digests as the rows of a set.
 *
 * @throws RangeError if a digest holds what a set cannot keep
 */
export function packRows({ network, figures }: BundledSet, digests: readonly Digest[]): SetRows {
  const people = peopleOf(digests);
  const placeOf = new Map(people.map((name, place) => [name, place]));
  const categories = table<string>();
  const languages = table<string>();
  const posters = table<[string, string]>();

  const packPost = (post: Post, date: string): PostRow => {
    if (post.network !== "twitter" || post.url !== tweetUrl(post.author.handle, post.id))
      throw new RangeError(`${date}: a pack keeps tweets only, not ${post.url}`);
    return [
      post.id,
      posters.place([post.author.handle, post.author.name]),
      daysBetween(date, post.date),
      languages.place(post.lang),
      post.dir === "rtl" ? 1 : 0,
      post.titleOnly ? 1 : 0,
    ];
  };
  const packEntry = (entry: Entry, place: number, digest: Digest): EntryRow => {
    const [counts, ...others] = entry.counts;
    if (counts?.network !== network || others.length > 0)
      throw new RangeError(`${digest.date}: a set of ${network} keeps its counts only, for ${entry.id}`);
    return [
      entry.id,
      entry.rank === place + 1 ? 0 : entry.rank,
      entry.title,
      entry.authors.map((name) => placeOf.get(name) ?? name),
      entry.categories.map((name) => categories.place(name)),
      figures.map((figure) => counts[figure] ?? null),
      counts.at === undefined ? null : seconds(counts.at) - seconds(digest.generated),
      entry.posts.map((post) => packPost(post, digest.date)),
    ];
  };
  const rows = digests
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((digest): DigestRow => [
      digest.date,
      digest.title === usualTitle(digest.date) ? "" : digest.title,
      digest.generated,
      digest.papers.map((entry, place) => packEntry(entry, place, digest)),
    ]);
  return {
    people,
    categories: categories.values,
    languages: languages.values,
    posters: posters.values,
    digests: rows,
  };
}

/** The wrong value is named; a caller that knows the digest's day adds it. */
class Damaged extends TypeError {
  readonly what: string;
  constructor(what: string) {
    super(`damaged pack: ${what}`);
    this.what = what;
  }
}

/** Checks that a value is what it must be, and gives it. */
function sure<T>(value: T, is: (value: unknown) => boolean, what: string): T {
  if (!is(value)) throw new Damaged(what);
  return value;
}

const isText = (value: unknown) => typeof value === "string" && value !== "";
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isUnknownOr = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);
const every = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every((each) => is(each));
const isRows = every(Array.isArray);
const isTexts = every(isText);
const isFigures = every(isUnknownOr(isCount));
const isSeconds = isUnknownOr(Number.isInteger);
const isBit = (value: unknown) => value === 0 || value === 1;
const isPoster = (value: unknown) =>
  every((each) => typeof each === "string")(value) && (value as string[]).length === 2;

/**
 * The digests of a set, oldest first.
 *
 * @param value what the pack has of the set
 * @throws TypeError if it is damaged
 */
export function unpackRows(set: BundledSet, value: unknown): Digest[] {
  const rows = sure(value as SetRows, (each) => typeof each === "object" && each !== null, "set");
  const tables: Omit<SetRows, "digests"> = {
    people: sure(rows.people, isTexts, "people"),
    categories: sure(rows.categories, isTexts, "categories"),
    languages: sure(rows.languages, isTexts, "languages"),
    posters: sure(rows.posters, every(isPoster), "posters"),
  };
  const digests = sure(rows.digests, isRows, "digests");
  return digests.map((row) => {
    try {
      return digestOf(set, tables, row);
    } catch (error) {
      throw error instanceof Damaged ? new Damaged(`${row[0]}: ${error.what}`) : error;
    }
  });
}

function digestOf(
  set: BundledSet,
  tables: Omit<SetRows, "digests">,
  [date, title, generated, entries]: DigestRow,
): Digest {
  sure(date, (day) => typeof day === "string" && isDay(day), "date");
  sure(title, (text) => typeof text === "string", "title");
  sure(generated, (time) => typeof time === "string" && isLocalTime(time), "generated");
  const start = seconds(generated);
  return {
    version: 1,
    date,
    title: title || usualTitle(date),
    generated,
    papers: sure(entries, isRows, "papers").map((row, place) =>
      entryOf(set, tables, { row, place, date, start }),
    ),
  };
}

interface Where {
  row: EntryRow;
  place: number;
  date: string;
  /** The digest's time of writing, in seconds. */
  start: number;
}

/** The value at a place of a table. */
function at<T>(values: readonly T[], index: unknown, what: string): T {
  const value = values[index as number];
  if (value === undefined) throw new Damaged(what);
  return value;
}

function entryOf(
  set: BundledSet,
  tables: Omit<SetRows, "digests">,
  { row, place, date, start }: Where,
): Entry {
  const [id, rank, title, authors, kinds, figures, after, posts] = row;
  if (typeof id !== "string" || !isPaperId(id)) throw new Damaged("id");
  sure(authors, Array.isArray, "authors");
  sure(kinds, Array.isArray, "categories");
  sure(figures, isFigures, "figures");
  sure(after, isSeconds, "counted");
  sure(posts, isRows, "posts");
  const counts: Counts = { network: set.network };
  for (const [index, figure] of set.figures.entries()) {
    const count = figures[index];
    if (count !== null && count !== undefined) counts[figure] = count;
  }
  if (after !== null) counts.at = timeOf(start + after);
  return {
    id,
    rank: sure(rank, isCount, "rank") || place + 1,
    title: sure(title, isText, "title of a paper"),
    authors: authors.map((who) => (isText(who) ? (who as string) : at(tables.people, who, "authors"))),
    categories: kinds.map((kind) => at(tables.categories, kind, "categories")),
    counts: [counts],
    posts: posts.map(([postId, who, days, lang, rtl, titleOnly]): Post => {
      const [handle, name] = at(tables.posters, who, "posters");
      sure(postId, isText, "post");
      sure(days, Number.isInteger, "day of a post");
      sure(rtl, isBit, "direction of a post");
      sure(titleOnly, isBit, "kind of a post");
      return {
        network: "twitter",
        id: postId,
        url: tweetUrl(handle, postId),
        author: { name, handle },
        date: addDays(date, days),
        lang: at(tables.languages, lang, "languages"),
        dir: rtl ? "rtl" : "ltr",
        titleOnly: titleOnly === 1,
      };
    }),
  };
}
