/**
 * Events of Jetstream, the public stream of Bluesky's network as JSON (bluesky-social/jetstream, `/subscribe`). A day has millions of them,
 * of which a thousandth is about papers: a look at the text decides whether one is read at all.
 */
import * as zod from "zod/mini";
import { mayLinkPaper } from "../../paper/linked-paper.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { papersOf } from "../sources/bluesky-post.ts";

/** Times of Jetstream are microseconds since 1970. */
export const MICROSECONDS = 1000;

export const COLLECTION = "app.bsky.feed.post";

/** Longer than any post: what is longer is not read. */
export const LONGEST_EVENT = 1_000_000;

/** A post that links more papers is by a program; this many are enough to tell. */
const MOST_PAPERS = 20;

/** Of an account and of a record's key, as https://atproto.com/specs/did and /record-key have them; short, for use in addresses. */
const did = zod.string().check(zod.regex(/^did:[a-z]{1,16}:[\w.:%-]{0,99}[\w.-]$/));
const rkey = zod.string().check(zod.regex(/^[\w.~:-]{1,64}$/));

const commitSchema = zod.object({
  did,
  time_us: zod.int(),
  kind: zod.literal("commit"),
  commit: zod.object({
    operation: zod.enum(["create", "update", "delete"]),
    collection: zod.string(),
    rkey,
    record: zod.optional(
      // Written by a person's program in any shape: each part is read by itself.
      zod.object({ facets: zod.optional(zod.unknown()), embed: zod.optional(zod.unknown()) }),
    ),
  }),
});

const otherSchema = zod.object({
  did,
  time_us: zod.int(),
  kind: zod.string(),
  account: zod.optional(zod.object({ active: zod.boolean(), status: zod.optional(zod.string()) })),
});

const quoted = zod.object({ uri: zod.string() });
const quoteSchema = zod.object({ record: quoted });
const quoteWithMediaSchema = zod.object({ record: quoteSchema });

export type JetstreamEvent =
  /** A post that is new or was changed: the papers that it links itself, and the address of the post that it quotes. */
  | { kind: "post"; time: number; uri: string; papers: PaperId[]; quotes?: string }
  | { kind: "deleted"; time: number; uri: string }
  /** An account that is gone, with all that it wrote. */
  | { kind: "gone"; time: number; did: string }
  | { kind: "other"; time: number };

/** As Jetstream writes them: the time comes before anything that a person wrote. */
const HEAD = /^\{"did":"[\w.:%-]{1,128}","time_us":(\d{1,16}),/;

/** What can be about a paper or about a post that we keep: deletions, changes, quotes. Case does not matter here. */
const ABOUT_POSTS = /"(?:deleted?|update)"|app\.bsky\.embed\.record/i;

/**
 * The time of an event, in microseconds, read without its other parts.
 *
 * @returns undefined if the event does not begin as Jetstream's do; `readEvent` then tells more
 */
export function timeAtHead(text: string): number | undefined {
  const found = HEAD.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** Whether an event may be about a paper, or about a post that is kept. Quick; true also for many that are not. */
export const mayMatter = (text: string): boolean => mayLinkPaper(text) || ABOUT_POSTS.test(text);

/** The post that a record quotes. */
function quotedBy(embed: unknown): string | undefined {
  const plain = quoteSchema.safeParse(embed);
  if (plain.success) return plain.data.record.uri;
  const beside = quoteWithMediaSchema.safeParse(embed);
  return beside.success ? beside.data.record.record.uri : undefined;
}

/** Reads an event. @returns undefined if it is not one */
export function readEvent(text: string): JetstreamEvent | undefined {
  if (text.length > LONGEST_EVENT) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const commit = commitSchema.safeParse(json);
  if (!commit.success) return readOther(json);
  const { did: author, time_us: time, commit: change } = commit.data;
  if (change.collection !== COLLECTION) return { kind: "other", time };
  const uri = `at://${author}/${COLLECTION}/${change.rkey}`;
  if (change.operation === "delete") return { kind: "deleted", time, uri };
  const { record = {} } = change;
  const quotes = quotedBy(record.embed);
  return {
    kind: "post",
    time,
    uri,
    papers: papersOf({ record }).slice(0, MOST_PAPERS),
    ...(quotes !== undefined && { quotes }),
  };
}

function readOther(json: unknown): JetstreamEvent | undefined {
  const other = otherSchema.safeParse(json);
  if (!other.success || other.data.kind === "commit") return undefined;
  const { did: account, time_us: time, account: state } = other.data;
  return state?.active === false && state.status === "deleted"
    ? { kind: "gone", time, did: account }
    : { kind: "other", time };
}
