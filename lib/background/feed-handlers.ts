/** What the worker does for the messages about feeds. */
import type { MessageType } from "../messages/messages.ts";
import type { Handlers } from "../messages/serve.ts";
import type { BundledDigests } from "./bundled-digests.ts";
import { bundledStatus } from "./bundled-status.ts";
import type { Feeds } from "./feeds.ts";
import { feedPapers } from "../index/feed-papers.ts";
import { openIndex } from "../index/open.ts";
import { openLook } from "./open-full-page.ts";
import { readOpmlFile, writeOpmlFile } from "./opml-files.ts";
import type { Live } from "../live/live.ts";
import { mayLook } from "../live/look-consent.ts";
import type { PastDays } from "../live/live-past.ts";

type FeedMessage = Extract<
  MessageType,
  | "feedsStatus"
  | "checkFeed"
  | "addFeed"
  | "feedBrought"
  | "readOpml"
  | "writeOpml"
  | "setFeed"
  | "removeFeed"
  | "undoRemoveFeed"
  | "refreshFeeds"
  | "fullTexts"
  | "liveToday"
  | "liveAlphaxiv"
  | "seeToday"
  | "pastDays"
  | "dayChanged"
  | "refreshLive"
  | "removeLive"
  | "lookNow"
  | "wantDay"
  | "removeBundled"
>;

/** A refresh is not awaited: the feeds' status shows how it goes. */
export function createFeedAnswers(
  feeds: Feeds,
  live: Live,
  past: PastDays,
  archive: BundledDigests,
): Pick<Handlers, FeedMessage> {
  const done = async (work: Promise<void>) => {
    await work;
    return null;
  };
  return {
    async feedsStatus() {
      const [status, liveStatus, pastStatus, bundled] = await Promise.all([
        feeds.status(),
        live.status(),
        past.status(),
        bundledStatus(archive),
      ]);
      return { ...status, live: liveStatus, past: pastStatus, bundled };
    },
    checkFeed: ({ address }) => feeds.check(address),
    addFeed: ({ address, title, on }) => done(feeds.add(address, title, on)),
    feedBrought: async ({ id }) => feedPapers(await openIndex(), id),
    readOpml: async ({ content }) => readOpmlFile(content),
    writeOpml: writeOpmlFile,
    setFeed: ({ id, ...change }) => done(feeds.set(id, change)),
    removeFeed: ({ id }) => done(feeds.remove(id)),
    undoRemoveFeed: ({ id }) => done(feeds.undoRemove(id)),
    async refreshFeeds({ id }) {
      void feeds.refresh(id);
      return null;
    },
    fullTexts: ({ on }) => done(feeds.fullTexts(on)),
    async liveToday({ on }) {
      await live.set(on, false);
      if (!on) await past.stop();
      else void live.see().then((trouble) => (trouble === undefined ? past.week() : undefined));
      return null;
    },
    liveAlphaxiv: ({ on }) => done(live.setAlphaxiv(on)),
    async seeToday() {
      await live.set(true, false);
      const trouble = await live.see();
      if (trouble !== undefined) return { trouble };
      await past.week();
      return {};
    },
    async pastDays({ what }) {
      if (what === "fill") await past.gap();
      if (what === "stop") await past.stop();
      return past.status();
    },
    dayChanged: () => done(live.dayChanged()),
    async refreshLive() {
      void live.refresh();
      return null;
    },
    removeLive: () => done(live.remove()),
    async lookNow({ id }) {
      if (await mayLook()) return live.look(id);
      await openLook(id);
      return null;
    },
    removeBundled: ({ id }) => done(archive.remove(id)),
    wantDay: ({ date }) => done(feeds.wantMonths([date.slice(0, 7)])),
  };
}
