/** Badges and entries for tests: with invented facts. */
import type { Badge, BadgeEntry, ConversationEntry } from "../../lib/messages/messages.ts";
import type { Post } from "../../lib/digest/digest.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { badgeInWords } from "../../lib/texts/badge-wording.ts";

/** What a digest said: 3rd of 11 on 12 August 2021, unless said otherwise. */
export const madeBadgeEntry = (more: Partial<BadgeEntry> = {}): BadgeEntry => ({
  date: "2021-08-12",
  rank: 3,
  of: 11,
  counts: [{ network: "twitter", reposts: 3288, likes: 52 }],
  posts: 1,
  heat: 3,
  ...more,
});

/** A badge with one entry or several, the best rank first. */
export const madeBadge = (id: string, ...entries: Partial<BadgeEntry>[]): Badge =>
  badgeInWords({
    id: id as PaperId,
    entries: (entries.length > 0 ? entries : [{}]).map((each) => madeBadgeEntry(each)),
  });

/** A post with words of its own, unless said otherwise. */
export function madePost(more: Partial<Post> = {}): Post {
  return {
    network: "twitter",
    id: "1",
    url: "https://twitter.com/example/status/1",
    author: { name: "Ada Example", handle: "example" },
    date: "2021-08-11",
    lang: "en",
    dir: "ltr",
    text: "Words of her own.",
    ...more,
  };
}

/** An entry with one post, unless said otherwise. */
export function madeEntry(more: Partial<ConversationEntry> = {}): ConversationEntry {
  return {
    id: "2108.90001" as PaperId,
    date: "2021-08-12",
    rank: 3,
    of: 11,
    heat: 3,
    title: "On Pages That We Wrote Ourselves",
    authors: ["Ada Example", "Ben Muster"],
    categories: ["cs.AG"],
    counts: [{ network: "twitter", reposts: 288, likes: 52 }],
    posts: [madePost()],
    ...more,
  };
}
