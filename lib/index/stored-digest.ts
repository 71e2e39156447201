/** A digest as it is kept: its facts and its words apart. */
import type { Digest, Entry, Post } from "../digest/digest.ts";
import type { StoredDigest, StoredEntry, StoredFullTexts } from "./schema.ts";

/** The two halves of a copy of a day; `words` is absent if it has none. */
export interface StoredCopy {
  facts: StoredDigest;
  words?: StoredFullTexts;
}

const postKey = ({ network, id }: Pick<Post, "network" | "id">) => `${network}:${id}`;

/** A digest that a feed brought, as it is kept. */
export function toStored(feed: string, { papers: entries, ...head }: Digest): StoredCopy {
  const { date } = head;
  const words: StoredFullTexts = { date, feed, abstracts: new Map(), texts: new Map() };
  const papers = entries.map(({ abstract, posts, ...entry }): StoredEntry => {
    if (abstract !== undefined) words.abstracts.set(entry.id, abstract);
    return {
      ...entry,
      posts: posts.map(({ text, ...post }) => {
        if (text !== undefined) words.texts.set(postKey(post), text);
        return post;
      }),
    };
  });
  const facts: StoredDigest = { ...head, feed, papers };
  return hasFullTexts(words) ? { facts, words } : { facts };
}

/** The digest that was kept. */
export function fromStored({ facts, words }: StoredCopy): Digest {
  const { feed: _, categories: __, papers: entries, ...head } = facts;
  const papers = entries.map((stored): Entry => {
    const entry: Entry = { ...stored, posts: stored.posts.map((post) => withText(post, words)) };
    const abstract = words?.abstracts.get(stored.id);
    if (abstract !== undefined) entry.abstract = abstract;
    return entry;
  });
  return { ...head, papers };
}

function withText(stored: StoredEntry["posts"][number], words: StoredFullTexts | undefined): Post {
  const text = words?.texts.get(postKey(stored));
  return text === undefined ? { ...stored } : { ...stored, text };
}

/**
 * A new copy together with the words that its feed's older copy of the day had for the same papers and posts: a
 * digest that comes again with only facts takes nothing from the reader.
 */
export function keepFullTexts({ facts, words }: StoredCopy, older: StoredFullTexts | undefined): StoredCopy {
  if (!older) return words ? { facts, words } : { facts };
  const papers = new Set<string>(facts.papers.map(({ id }) => id));
  const posts = new Set(facts.papers.flatMap((paper) => paper.posts.map(postKey)));
  const { date, feed } = facts;
  const all: StoredFullTexts = {
    date,
    feed,
    abstracts: new Map(
      [...older.abstracts].filter(([id]) => papers.has(id)).concat([...(words?.abstracts ?? [])]),
    ),
    texts: new Map([...older.texts].filter(([key]) => posts.has(key)).concat([...(words?.texts ?? [])])),
  };
  return hasFullTexts(all) ? { facts, words: all } : { facts };
}

const hasFullTexts = ({ abstracts, texts }: StoredFullTexts) => abstracts.size + texts.size > 0;
