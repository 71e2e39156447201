/** Connects what is done with a file of own data. What reads it and adds it is loaded when such a file comes. */
import { createOwnDataModel } from "../../components/options/own-data-model.ts";
import type { OptionsParts } from "../../components/options/options-parts.ts";
import { ARCHIVE_ADDRESS } from "../../lib/feeds/full-texts-feed.ts";
import { requestHosts } from "../../lib/live/host-access.ts";
import { liveAddresses } from "../../lib/live/live-hosts.ts";
import { ask } from "../../lib/messages/ask.ts";
import { keepStoredChoices } from "../../lib/settings/choices.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";
import { changeSettings } from "../../lib/settings/settings.ts";
import { changeDay } from "./settings.ts";

export function connectOwnDataFile(set: (change: Partial<OptionsParts>) => void): void {
  createOwnDataModel({
    async read(content) {
      const { readOwnData } = await import("../../components/options/read-own-data.ts");
      return readOwnData(content);
    },
    async add(file) {
      const [{ addOwnData }, { followMore }] = await Promise.all([
        import("../../components/options/add-own-data.ts"),
        import("../../lib/follows/page-follows.ts"),
      ]);
      return addOwnData(file, {
        ask,
        here: readFeedSettings,
        follow: followMore,
        changeSettings,
        changeDay,
        keepStoredChoices,
      });
    },
    here: readFeedSettings,
    asked: { fullTexts: [ARCHIVE_ADDRESS], live: liveAddresses() },
    requestHosts,
    onModel: (...next) => set({ ownData: next }),
  });
}
