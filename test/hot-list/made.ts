/** Made digests for tests of the hot list. Every word in them is ours. */
import type { Digest, Entry, Post } from "../../lib/digest/digest.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

export const entry = (change: Partial<Entry> = {}): Entry => ({
  id: "2108.00001" as PaperId,
  rank: 1,
  title: "A Paper About Something",
  authors: ["Ada One", "Bo Two"],
  categories: ["cs.LG", "cs.CL"],
  counts: [{ network: "twitter", reposts: 3135, likes: 247, at: "2021-08-13T08:41:50" }],
  posts: [],
  ...change,
});

export const post = (change: Partial<Post> = {}): Post => ({
  network: "twitter",
  id: "1",
  url: "https://twitter.com/ada/status/1",
  author: { name: "Ada One", handle: "ada" },
  date: "2021-08-12",
  lang: "en",
  dir: "ltr",
  ...change,
});

/** `count` papers, ranked in order. */
export const papers = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) =>
    entry({ id: `2108.0${String(i + 1).padStart(4, "0")}` as PaperId, rank: i + 1, title: `Paper ${i + 1}` }),
  );

export const digest = (date: string, some: Entry[] = papers(3)): Digest => ({
  version: 1,
  date,
  title: `Hot Papers ${date}`,
  generated: `${date}T20:00:00`,
  papers: some,
});
