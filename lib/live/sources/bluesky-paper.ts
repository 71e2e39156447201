/** Bluesky's posts about one paper, after a press on a button: one or two searches, then the posts as they are now. */
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { signedOut } from "./bluesky.ts";
import { recounted } from "./bluesky-count.ts";
import { papersOf } from "./bluesky-post.ts";
import { searchPage } from "./bluesky-search.ts";
import type { Page } from "./bluesky-search.ts";
import type { Outside } from "../../net/outside.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import type { Talk } from "./talk.ts";

/**
 * What Bluesky says of one paper; nothing if no post links it. The first search is by the address of its abstract page, which
 * is exact; the second, if there may be one, by the number, which finds links to its other pages.
 */
export const askBlueskyPaper = (
  outside: Outside,
  addresses: Pick<Addresses, "bluesky" | "blueskyPosts">,
  id: PaperId,
  { searches = 2, ...options }: RequestOptions & { searches?: number } = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const get = signedOut(outside, addresses, options);
    const queries = [{ q: "*", url: `https://arxiv.org/abs/${id}` }, { q: `"${id}"` }].slice(0, searches);
    const pages: Page[] = [];
    const notes: string[] = [];
    for (const query of queries) {
      try {
        pages.push(await searchPage(get, { ...query, sort: "top" }));
      } catch (error) {
        // What the first one found is worth having.
        if (!(error instanceof SourceError) || pages.length === 0) throw error;
        notes.push(`stopped early: ${error.message}`);
      }
    }
    const posts = pages.flatMap((page) => page.posts).filter((post) => papersOf(post).includes(id));
    const found = await recounted(outside, addresses, {
      posts,
      at: Math.max(...pages.map(({ at }) => at)),
      complete: pages.length === 2 && pages.every(({ more }) => !more),
      notes: [...pages.flatMap((page) => page.notes), ...notes],
    });
    return { ...found, facts: found.facts.filter((talk) => talk.id === id) };
  });
