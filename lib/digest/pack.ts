/**
 * The pack: digests as facts only, small enough to ship inside the extension. No abstracts, no texts of posts; of each post
 * its id, author, day, language, and one bit: own words, or only the title repeated.
 *
 * One JSON text of rows. What repeats is left out: names and categories stand in tables and are referred to by their place, a
 * rank that equals the place is not written, and a post's address follows from its author and id.
 */
import * as z from "zod/mini";
import type { Counts, Digest, Entry, Post } from "./digest.ts";
import { type Checked, parseDigest } from "./schema.ts";

const index = z.int().check(z.minimum(0));
const OptionalCount = z.nullable(index);

/** id, author (in `authors`), day (days after the digest's), language (in `languages`), 1 where right to left, 1 where only the title. */
const PostRow = z.tuple([z.string(), index, z.int(), index, z.int(), z.int()]);
/** id, rank or 0 where it is the place, title, authors, categories (in `categories`), retweets, favorites, seconds after the digest's first count, posts. */
const EntryRow = z.tuple([
  z.string(),
  index,
  z.string(),
  z.array(z.string()),
  z.array(index),
  OptionalCount,
  OptionalCount,
  z.nullable(z.int()),
  z.array(PostRow),
]);
/** day, title or "" for the usual one, time of writing, entries. */
const DigestRow = z.tuple([z.string(), z.string(), z.string(), z.array(EntryRow)]);

const Pack = z.object({
  pack: z.literal(1),
  categories: z.array(z.string()),
  languages: z.array(z.string()),
  /** Handle and name of everybody who posted. */
  authors: z.array(z.tuple([z.string(), z.string()])),
  digests: z.array(DigestRow),
});
type Pack = z.infer<typeof Pack>;

const usualTitle = (date: string) => `Hot Papers ${date}`;
const tweetUrl = (handle: string, id: string) => `https://twitter.com/${handle}/status/${id}`;
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
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

/**
 * Packs digests of the archive. The same digests give the same text, in whatever order they come.
 *
 * @throws RangeError where a digest holds what a pack cannot keep: another network than Twitter, or a tweet whose address
 *   does not follow from its author and id
 */
export function packDigests(digests: readonly Digest[]): string {
  const categories = table<string>();
  const languages = table<string>();
  const authors = table<[string, string]>();

  const packPost = (post: Post, date: string): z.infer<typeof PostRow> => {
    if (post.network !== "twitter" || post.url !== tweetUrl(post.author.handle, post.id)) {
      throw new RangeError(`${date}: a pack keeps tweets only, not ${post.url}`);
    }
    return [
      post.id,
      authors.place([post.author.handle, post.author.name]),
      daysBetween(date, post.date),
      languages.place(post.lang),
      post.dir === "rtl" ? 1 : 0,
      post.titleOnly ? 1 : 0,
    ];
  };
  const packEntry = (entry: Entry, place: number, digest: Digest): z.infer<typeof EntryRow> => {
    const [counts, ...others] = entry.counts;
    if (counts?.network !== "twitter" || others.length > 0) {
      throw new RangeError(`${digest.date}: a pack keeps counts of Twitter only, for ${entry.id}`);
    }
    return [
      entry.id,
      entry.rank === place + 1 ? 0 : entry.rank,
      entry.title,
      entry.authors,
      entry.categories.map((name) => categories.place(name)),
      counts.reposts ?? null,
      counts.likes ?? null,
      counts.at === undefined ? null : seconds(counts.at) - seconds(digest.generated),
      entry.posts.map((post) => packPost(post, digest.date)),
    ];
  };
  const rows = digests
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((digest): z.infer<typeof DigestRow> => [
      digest.date,
      digest.title === usualTitle(digest.date) ? "" : digest.title,
      digest.generated,
      digest.papers.map((entry, place) => packEntry(entry, place, digest)),
    ]);
  const pack: Pack = {
    pack: 1,
    categories: categories.values,
    languages: languages.values,
    authors: authors.values,
    digests: rows,
  };
  // A line per digest, so that a change of one is a change of one line.
  const { digests: last, ...head } = pack;
  const lines = last.map((row) => JSON.stringify(row)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"digests":[\n${lines}\n]}\n`;
}

/**
 * The digests of a pack, oldest first, checked like any digest from outside.
 *
 * @throws TypeError where the text is no pack, or is damaged
 */
export function unpackDigests(text: string): Digest[] {
  const parsed = Pack.safeParse(json(text));
  if (!parsed.success) throw new TypeError(`damaged pack: ${parsed.error.issues[0]?.path.join(".")}`);
  const { categories, languages, authors, digests } = parsed.data;

  const at = <T>(values: readonly T[], place: number): T => {
    const value = values[place];
    if (value === undefined) throw new TypeError(`damaged pack: no value at place ${place}`);
    return value;
  };
  return digests.map(([date, title, generated, entries]) => {
    const digest = {
      version: 1,
      date,
      title: title || usualTitle(date),
      generated,
      papers: entries.map(([id, rank, name, people, kinds, reposts, likes, after, posts], place) => {
        const counts: Counts = {
          network: "twitter",
          ...(reposts !== null && { reposts }),
          ...(likes !== null && { likes }),
          ...(after !== null && { at: timeOf(seconds(generated) + after) }),
        };
        return {
          id,
          rank: rank || place + 1,
          title: name,
          authors: people,
          categories: kinds.map((kind) => at(categories, kind)),
          counts: [counts],
          posts: posts.map(([postId, author, days, lang, rtl, titleOnly]): Post => {
            const [handle, authorName] = at(authors, author);
            return {
              network: "twitter",
              id: postId,
              url: tweetUrl(handle, postId),
              author: { name: authorName, handle },
              date: dayAfter(date, days),
              lang: at(languages, lang),
              dir: rtl ? "rtl" : "ltr",
              titleOnly: titleOnly === 1,
            };
          }),
        };
      }),
    };
    return whole(parseDigest(digest), date);
  });
}

function whole({ digest, problems }: Checked, date: string): Digest {
  const [first] = problems;
  if (!digest || first) throw new TypeError(`damaged pack: ${date}: ${first?.code} ${first?.detail ?? ""}`);
  return digest;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError("damaged pack: not whole JSON");
  }
}
