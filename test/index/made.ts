/** Digests made for tests, with words of our own. */
import type { Counts, Digest, Entry, Post } from "../../lib/digest/digest.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

export const id = (text: string) => text as PaperId;

export const twitter = (reposts: number, likes: number): Counts => ({ network: "twitter", reposts, likes });

export function post(number: string, more: Partial<Post> = {}): Post {
  return {
    network: "twitter",
    id: number,
    url: `https://twitter.com/reader/status/${number}`,
    author: { name: "A Reader", handle: "reader" },
    date: "2021-08-12",
    lang: "en",
    dir: "ltr",
    titleOnly: false,
    ...more,
  };
}

export function entry(paper: string, rank: number, more: Partial<Entry> = {}): Entry {
  return {
    id: id(paper),
    rank,
    title: `Paper ${paper}`,
    authors: ["Ada Author"],
    categories: ["cs.CL"],
    counts: [twitter(10 * rank, rank)],
    posts: [],
    ...more,
  };
}

/** A digest of these papers in this order, written the morning after. */
export function digest(date: string, papers: (string | Entry)[], more: Partial<Digest> = {}): Digest {
  return {
    version: 1,
    date,
    title: `Hot Papers ${date}`,
    generated: `${date}T23:00:00`,
    papers: papers.map((paper, i) => (typeof paper === "string" ? entry(paper, i + 1) : paper)),
    ...more,
  };
}
