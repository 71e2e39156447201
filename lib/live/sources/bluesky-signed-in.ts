/** Bluesky's search with an app password: the person's own server pages through everything. For publishers with an account. */
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { postsIn } from "./bluesky.ts";
import { recounted } from "./bluesky-count.ts";
import type { BlueskyPost } from "./bluesky-post.ts";
import { firstPage, partsOf, searchPage } from "./bluesky-search.ts";
import type { BlueskyQuestion, Get, Page } from "./bluesky-search.ts";
import type { BlueskySession } from "./bluesky-session.ts";
import type { Outside } from "../../net/outside.ts";
import type { RequestOptions } from "./request.ts";
import type { Talk } from "./talk.ts";

/** Three days have some 6,000 posts with arXiv's address, most of them by bots (measured by others, 2026). */
const MOST_PAGES = 100;

export interface SignedInQuestion extends Omit<BlueskyQuestion, "parts"> {
  session: BlueskySession;
  /** Stops after this many pages of 100 posts for each host. */
  pages?: number;
}

/** Hosts whose links are searched for when signed in; the other forms of a paper's address are too rare to ask for. */
const HOSTS = ["arxiv.org", "alphaxiv.org"];

/** Signed in: every page, newest posts first. */
async function search(
  get: Get,
  question: SignedInQuestion,
): Promise<Omit<Page, "more"> & { complete: boolean }> {
  const [time] = partsOf({ ...question, parts: 1 });
  const posts: BlueskyPost[] = [];
  const notes: string[] = [];
  let at = 0;
  let complete = true;
  for (const host of HOSTS) {
    const query = { ...time, sort: "latest" };
    const { page: first, words } = await firstPage(get, host, query);
    let page = first;
    for (let turn = 1; ; turn++) {
      posts.push(...page.posts);
      notes.push(...page.notes);
      at = Math.max(at, page.at);
      if (page.cursor === undefined || page.posts.length === 0) break;
      if (turn >= (question.pages ?? MOST_PAGES)) {
        complete = false;
        notes.push(`${host}: stopped after ${turn} pages`);
        break;
      }
      page = await searchPage(get, { ...words, ...query, cursor: page.cursor });
    }
  }
  return { posts, notes, at, complete };
}

/** What Bluesky says of papers in this time, every page of it. */
export const askBlueskySignedIn = (
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  question: SignedInQuestion,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const found = await search((path, schema) => question.session.get(path, schema, options), question);
    return recounted(outside, addresses, { ...found, posts: postsIn(found.posts, question) }, options);
  });
