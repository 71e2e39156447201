/**
 * Posts that link papers, in one file for each hour: `2026-11-20T13.jsonl`. Its first line says which times of the hour it covers, each
 * further line is a post. Only addresses are kept, not words, and a post that is deleted goes.
 */
import * as zod from "zod/mini";
import { isPaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { MICROSECONDS } from "./event.ts";
import { within } from "./spans.ts";
import type { Span } from "./spans.ts";

export interface CollectedPost {
  /** When Jetstream saw it, in microseconds since 1970. */
  at: number;
  uri: string;
  papers: PaperId[];
  /** The post whose papers these are, if it links none itself. */
  quotes?: string;
}

/** Microseconds. */
export const HOUR = 3_600_000 * MICROSECONDS;

const NAME = /^\d{4}-\d\d-\d\dT\d\d\.jsonl$/;

/** Longer than the file of any hour: some 200 posts are usual. */
const LONGEST_FILE = 50_000_000;

/** The beginning of the hour that a time is in. */
export const hourOf = (time: number): number => Math.floor(time / HOUR) * HOUR;

/** The name of an hour's file; `hour` is its beginning. */
export const hourFileName = (hour: number): string =>
  `${new Date(hour / MICROSECONDS).toISOString().slice(0, 13)}.jsonl`;

/** The beginning of a file's hour, or undefined if its name is not an hour file's. */
export function hourInName(name: string): number | undefined {
  const time = NAME.test(name) ? Date.parse(`${name.slice(0, 13)}:00:00Z`) * MICROSECONDS : NaN;
  return Number.isNaN(time) ? undefined : time;
}

const headSchema = zod.object({
  jetstream: zod.literal(1),
  covered: zod.array(zod.tuple([zod.int(), zod.int()])),
});
const postSchema = zod.object({
  at: zod.int(),
  uri: zod.string(),
  papers: zod.array(zod.string().check(zod.refine((text) => isPaperId(text)))),
  quotes: zod.optional(zod.string()),
});

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Posts by time; those of one moment by address. */
export const inOrder = (posts: Iterable<CollectedPost>): CollectedPost[] =>
  [...posts].toSorted((a, b) => a.at - b.at || (a.uri < b.uri ? -1 : 1));

/** The file of an hour: the same posts and times always give the same text. */
export function hourFile(covered: readonly Span[], posts: Iterable<CollectedPost>): string {
  const lines = inOrder(posts).map(({ at, uri, papers, quotes }) =>
    JSON.stringify({ at, uri, papers, ...(quotes !== undefined && { quotes }) }),
  );
  return [JSON.stringify({ jetstream: 1, covered }), ...lines, ""].join("\n");
}

/**
 * Reads an hour's file; `hour` is its beginning. A file that cannot be read whole covers nothing, so that its hour is collected
 * again.
 */
export function readHourFile(hour: number, text: string): { covered: Span[]; posts: CollectedPost[] } {
  const [first = "", ...lines] = text.length > LONGEST_FILE ? [] : text.trimEnd().split("\n");
  const head = headSchema.safeParse(jsonOf(first));
  if (!head.success) return { covered: [], posts: [] };
  const posts: CollectedPost[] = [];
  for (const line of lines) {
    const post = postSchema.safeParse(jsonOf(line));
    if (!post.success) continue;
    const { papers, quotes, at, uri } = post.data;
    posts.push({ at, uri, papers: papers as PaperId[], ...(quotes !== undefined && { quotes }) });
  }
  const whole = posts.length === lines.length;
  return { covered: whole ? within(head.data.covered, [hour, hour + HOUR]) : [], posts };
}
