/** What the worker does for the messages about feeds. */
import type { MessageType } from "../messages/messages.ts";
import type { Handlers } from "../messages/serve.ts";
import type { Feeds } from "./feeds.ts";
import type { Live } from "./live.ts";

type FeedMessage = Extract<
  MessageType,
  | "feedsStatus"
  | "checkFeed"
  | "addFeed"
  | "setFeed"
  | "removeFeed"
  | "undoRemoveFeed"
  | "refreshFeeds"
  | "archiveWords"
  | "liveToday"
  | "dayChanged"
  | "refreshLive"
  | "removeLive"
  | "lookNow"
  | "wantDay"
>;

/** Nobody waits for a refresh to end: how it goes is seen in the feeds' status. */
export function createFeedAnswers(feeds: Feeds, live: Live): Pick<Handlers, FeedMessage> {
  const done = async (work: Promise<void>) => {
    await work;
    return null;
  };
  return {
    async feedsStatus() {
      const [status, liveStatus] = await Promise.all([feeds.status(), live.status()]);
      return { ...status, live: liveStatus };
    },
    checkFeed: ({ address }) => feeds.check(address),
    addFeed: ({ address, title }) => done(feeds.add(address, title)),
    setFeed: ({ id, ...change }) => done(feeds.set(id, change)),
    removeFeed: ({ id }) => done(feeds.remove(id)),
    undoRemoveFeed: ({ id }) => done(feeds.undoRemove(id)),
    async refreshFeeds({ id }) {
      void feeds.refresh(id);
      return null;
    },
    archiveWords: ({ on }) => done(feeds.archiveWords(on)),
    liveToday: ({ on }) => done(live.set(on)),
    dayChanged: () => done(live.dayChanged()),
    async refreshLive() {
      void live.refresh();
      return null;
    },
    removeLive: () => done(live.remove()),
    lookNow: ({ id }) => live.look(id),
    wantDay: ({ date }) => done(feeds.wantDay(date)),
  };
}
