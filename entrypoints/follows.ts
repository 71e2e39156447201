/** Marks what is followed on arXiv's lists. The browser puts it there as long as something is followed (lib/follows/marking-script.ts). */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { markFollowed } from "../lib/arxiv/follows/mark-followed.ts";
import { browser } from "../lib/browser.ts";
import { createMatcher } from "../lib/follows/matcher.ts";
import { watchFollows } from "../lib/follows/stored-follows.ts";

/** Where a copy of this script finds one that runs in the same world: a tab may get it from the browser and from a page of ours. */
const world = globalThis as { hotPapersFollows?: AbortController };

export default defineUnlistedScript(() => {
  world.hotPapersFollows?.abort();
  const { signal } = (world.hotPapersFollows = new AbortController());
  markFollowed({
    document,
    watch: (onWhy, ending) =>
      watchFollows((follows) => onWhy(follows.length > 0 ? createMatcher(follows) : undefined), ending),
    onMine: () => undefined,
    isThere: () => browser.runtime?.id !== undefined,
    signal,
  });
});
