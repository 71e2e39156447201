/** Marks what is followed on arXiv's lists. The browser puts it there while something is followed (lib/follows/marking-script.ts). */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { whenHandedOver } from "../lib/arxiv/conversation/lazy-conversation.ts";
import { createColdControl } from "../lib/arxiv/follows/cold-control.ts";
import { markFollowed } from "../lib/arxiv/follows/mark-followed.ts";
import { giveMine } from "../lib/arxiv/follows/mine-here.ts";
import { alsoWhenListParts, type ListParts } from "../lib/arxiv/list-tools/list-parts.ts";
import { browser } from "../lib/browser.ts";
import { followsIn } from "../lib/follows/follow.ts";
import { createMatcher } from "../lib/follows/matcher.ts";
import { FOLLOWS } from "../lib/follows/stored-follows.ts";
import { closedPort } from "../lib/messages/closed-port.ts";
import { storedValue } from "../lib/stored-value.ts";

/** Where a copy of this script finds one that runs in the same world: a tab may get it from the browser and from a page of ours. */
const world = globalThis as { hotPapersFollows?: AbortController };

/** What makes a list control, unless the reader wants none. */
async function listParts(): Promise<ListParts | undefined> {
  const settings = (await storedValue("settings").read()) as { listControl?: unknown } | undefined;
  if (settings?.listControl === false) return undefined;
  return new Promise(alsoWhenListParts);
}

export default defineUnlistedScript(() => {
  world.hotPapersFollows?.abort();
  const { signal } = (world.hotPapersFollows = new AbortController());
  const words = browser.i18n.getMessage("followsMark", "\ue001"); // asked for once: it is slow
  const menu = async () => (await whenHandedOver(() => closedPort("conversation"))).makeListMenu;
  const showControl = createColdControl(document, listParts, menu, signal);
  markFollowed({
    document,
    watch: (onWhy, ending) =>
      void storedValue(FOLLOWS).follow((value) => {
        const follows = followsIn(value);
        onWhy(follows.length > 0 ? createMatcher(follows) : undefined);
      }, ending),
    wordsOf: (why) => words.replace("\ue001", () => why),
    onMine(mine, all) {
      giveMine(mine);
      void showControl(mine, all);
    },
    isThere: () => browser.runtime?.id !== undefined,
    signal,
  });
});
