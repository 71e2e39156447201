/** Digests of our own making, with our own words, for feeds. */
import type { Digest, Entry, Post } from "../../lib/digest/digest.ts";
import { paperIdFrom } from "../../lib/paper/paper-id.ts";

const SUBJECTS = ["Sparse Maps", "Quiet Networks", "Long Contexts", "Small Models", "Fair Walks"];

function post(number: number, date: string): Post {
  return {
    network: "twitter",
    id: `9${String(number).padStart(8, "0")}`,
    url: `https://twitter.com/reader_${number % 7}/status/9${String(number).padStart(8, "0")}`,
    author: { name: `Reader ${number % 7}`, handle: `reader_${number % 7}` },
    date,
    lang: number % 3 === 0 ? "ja" : "en",
    dir: "ltr",
    text: `Post ${number}: worth <reading> & "sharing"\nwith a second line`,
    titleOnly: false,
  };
}

function entry(number: number, rank: number, date: string, at: string): Entry {
  return {
    id: paperIdFrom(date.slice(2, 4) + date.slice(5, 7), number),
    rank,
    title: `${SUBJECTS[number % SUBJECTS.length]} for $O(n^2)$ Problems, Part ${number}`,
    authors: ["Ada Example", `Ben Sample ${number % 9}`],
    categories: ["cs.LG", "stat.ML"],
    abstract: `Words of our own about paper ${number}. It holds for all x < y, and costs $a_1 + a_2$.`,
    counts: [{ network: "twitter", reposts: 500 - rank * 20, likes: 200 - rank * 3, at }],
    posts: rank % 4 === 0 ? [] : [post(number * 10 + rank, date)],
  };
}

export interface MadeDigest {
  papers?: number;
  /** `YYYY-MM-DDTHH:MM:SS`; 22:05 of the day unless told. */
  generated?: string;
  /** Number of its first paper within the month. */
  first?: number;
}

/** The digest of a day. Papers of different days differ. */
export function madeDigest(
  date: string,
  { papers = 5, generated = `${date}T22:05:00`, first }: MadeDigest = {},
): Digest {
  const start = first ?? Number(date.slice(8)) * 300 + 1;
  return {
    version: 1,
    date,
    title: `Hot Papers ${date}`,
    generated,
    papers: Array.from({ length: papers }, (_, index) =>
      entry(start + index * 7, index + 1, date, generated),
    ),
  };
}

/** `count` days, the last one first. */
export function daysBefore(last: string, count: number): string[] {
  const day = 86_400_000;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(last) - index * day).toISOString().slice(0, 10),
  );
}
