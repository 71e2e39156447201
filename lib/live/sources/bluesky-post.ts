/** A post as Bluesky's services show it (app.bsky.feed.defs#postView), and what we read from it. */
import * as zod from "zod/mini";
import { dateOf } from "../../digest/calendar-date.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { linkedPaper } from "../../paper/linked-paper.ts";
import type { CountedPost } from "./talk.ts";

const count = zod.optional(zod.int().check(zod.nonnegative()));
const label = zod.object({ val: zod.string(), neg: zod.optional(zod.boolean()) });
const labels = zod.optional(zod.array(label));

export const blueskyPostSchema = zod.object({
  uri: zod.string().check(zod.regex(/^at:\/\/did:[a-z]+:[^/]+\/app\.bsky\.feed\.post\/[\w.~:-]+$/)),
  author: zod.object({
    did: zod.string(),
    handle: zod.string(),
    displayName: zod.optional(zod.string()),
    labels,
  }),
  // What a person's program wrote can have any shape: each part is read by itself, and a wrong one counts as missing.
  record: zod.object({
    createdAt: zod.optional(zod.unknown()),
    text: zod.optional(zod.unknown()),
    langs: zod.optional(zod.unknown()),
    facets: zod.optional(zod.unknown()),
    embed: zod.optional(zod.unknown()),
    labels: zod.optional(zod.unknown()),
  }),
  indexedAt: zod.string(),
  repostCount: count,
  likeCount: count,
  labels,
});

export type BlueskyPost = zod.output<typeof blueskyPostSchema>;

const LINK = "app.bsky.richtext.facet#link";

const facetsSchema = zod.array(
  zod.object({
    features: zod.array(zod.object({ $type: zod.optional(zod.string()), uri: zod.optional(zod.string()) })),
  }),
);
const selfLabelsSchema = zod.object({ values: zod.array(label) });
const cardSchema = zod.object({ external: zod.object({ uri: zod.string() }) });
const mediaSchema = zod.object({ media: cardSchema });

/**
 * Addresses that a post links, from its facets and its link card. Never from the text: the app cuts long addresses there,
 * and a post with only a card has none in it.
 */
export function linksOf({ record }: Pick<BlueskyPost, "record">): string[] {
  const links: string[] = [];
  const facets = facetsSchema.safeParse(record.facets);
  for (const { features } of facets.success ? facets.data : []) {
    for (const { $type, uri } of features) if ($type === LINK && uri !== undefined) links.push(uri);
  }
  const card = cardSchema.safeParse(record.embed);
  if (card.success) links.push(card.data.external.uri);
  const media = mediaSchema.safeParse(record.embed);
  if (media.success) links.push(media.data.media.external.uri);
  return links;
}

/** Labels that authors put on their own post. */
export function selfLabelsOf({ record }: BlueskyPost): { val: string; neg?: boolean | undefined }[] {
  const checked = selfLabelsSchema.safeParse(record.labels);
  return checked.success ? checked.data.values : [];
}

/** The papers that a post links, each once. */
export function papersOf(post: Pick<BlueskyPost, "record">): PaperId[] {
  const ids = linksOf(post).map(linkedPaper);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** When it was written: what its author says, but never later than the service saw it. */
export function writtenAt(post: BlueskyPost): number {
  const seen = Date.parse(post.indexedAt);
  const { createdAt } = post.record;
  const said = typeof createdAt === "string" ? Date.parse(createdAt) : NaN;
  return Number.isNaN(said) ? seen : Math.min(said, seen);
}

/** Languages that are written from right to left, by their subtag. */
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The post as ours, with its own figures and its words. */
export function countedPost(post: BlueskyPost): CountedPost {
  const { did, handle, displayName } = post.author;
  const { langs, text } = post.record;
  const first: unknown = Array.isArray(langs) ? langs[0] : undefined;
  const lang = typeof first === "string" ? first : "und";
  const key = post.uri.slice(post.uri.lastIndexOf("/") + 1);
  return {
    network: "bluesky",
    id: post.uri,
    url: `https://bsky.app/profile/${did}/post/${key}`,
    author: { name: displayName?.trim() || handle, handle },
    authorId: did,
    date: dateOf(writtenAt(post)),
    lang,
    dir: RIGHT_TO_LEFT.has(lang.split("-")[0]!.toLowerCase()) ? "rtl" : "ltr",
    text: typeof text === "string" ? text : "",
    ...(post.repostCount !== undefined && { reposts: post.repostCount }),
    ...(post.likeCount !== undefined && { likes: post.likeCount }),
  };
}
