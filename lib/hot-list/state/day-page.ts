/** Where a day of the index can be read on the web. */
import { dayPageOf } from "../../feeds/day-page.ts";
import { ofDate } from "../../index/keys.ts";
import { readFeedSettings } from "../../settings/feeds.ts";
import { ownIndex } from "./read-index.ts";

/**
 * The page of a day on the site of the most preferred feed that has it; undefined if no feed with a site has it, or this page gets no database.
 * Throws a StoreError.
 */
export async function readDayPage(date: string): Promise<string | undefined> {
  const db = await ownIndex();
  if (!db) return undefined;
  const [keys, { feeds }] = await Promise.all([db.getAllKeys("digests", ofDate(date)), readFeedSettings()]);
  const having = new Set(keys.map(([, feed]) => feed));
  return feeds.flatMap(({ id, address }) => (having.has(id) ? (dayPageOf(address, date) ?? []) : []))[0];
}
