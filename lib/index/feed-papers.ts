/** What a feed has brought, counted in its own copies of days. */
import type { FeedBrought } from "../messages/messages.ts";
import { soundDigests } from "./sound.ts";
import type { IndexDatabase } from "./schema.ts";

/** Days that are read at once: a digest without words has some 20 kB. */
const AT_ONCE = 50;

/** Reads every copy of the feed: to be asked for one feed, when the reader wants to know. */
export async function feedPapers(db: IndexDatabase, feed: string): Promise<FeedBrought> {
  const keys = (await db.getAllKeys("digests")).filter(([, id]) => id === feed);
  const papers = new Set<string>();
  let brought: FeedBrought = { papers: 0, digests: 0 };
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const copies = await Promise.all(keys.slice(from, from + AT_ONCE).map((key) => db.get("digests", key)));
    for (const { date, papers: entries } of soundDigests(copies)) {
      for (const { id } of entries) papers.add(id);
      const newest = { date, papers: entries.length }; // keys come in order of days
      brought = { papers: papers.size, digests: brought.digests + 1, newest };
    }
  }
  return brought;
}
