/** Connects the models of the options page with the worker, the index and the browser. */
import { saveFile } from "../../components/export/save-file.ts";
import { createFeedsModel } from "../../components/feeds/feeds-model.ts";
import { createOpmlModel } from "../../components/feeds/opml-model.ts";
import { createMarksData } from "../../components/marks/marks-data.ts";
import { createOptions } from "../../components/options/options-model.ts";
import type { OptionsParts } from "../../components/options/options-parts.ts";
import { browser } from "../../lib/browser.ts";
import { storedBundledState, watchBundledState } from "../../lib/settings/bundled-state.ts";
import { watchFeeds } from "../../lib/hot-list/state/feed-storage.ts";
import { askWithAccess, requestHosts } from "../../lib/live/host-access.ts";
import { watchMarks } from "../../lib/marks/stored-marks.ts";
import { ask } from "../../lib/messages/ask.ts";
import { watchRevision } from "../../lib/revision.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/settings/arxiv-access.ts";
import { changeSettings, readSettings, watchSettings } from "../../lib/settings/settings.ts";
import { connectOwnDataFile } from "./own-data-file.ts";

/** What a reader may take along: needed only after a press. */
export const loadOwnData = () => import("./own-data.ts");

export function connectModels(set: (change: Partial<OptionsParts>) => void, signal: AbortSignal): void {
  const options = createOptions({
    ask,
    readArchive: storedBundledState,
    readSettings,
    changeSettings,
    hasAccess: hasArxivAccess,
    requestAccess: requestArxivAccess,
    exportData: async () => (await loadOwnData()).saveOwnData(),
    onModel: (...next) => set({ options: next }),
  });
  const feeds = createFeedsModel({
    ask: askWithAccess,
    requestHosts,
    requestAccess: (origin) => browser.permissions.request({ origins: [origin] }),
    onModel: (...next) => set({ feeds: next }),
  });
  createOpmlModel({ ask, requestHosts, save: saveFile, onModel: (...next) => set({ opml: next }) });
  connectOwnDataFile(set);
  createMarksData({
    importMarks: (content) => ask("importMarks", { content }),
    deleteMarks: () => ask("deleteMarks", {}),
    watch: watchMarks,
    save: saveFile,
    now: () => new Date(),
    onData: (...next) => set({ marks: next }),
    signal,
  });
  const indexChanged = () => {
    options.indexChanged();
    feeds.changed(); // the bundled sets are beside the feeds
  };
  watchSettings(options.settingsChanged, signal);
  watchRevision(indexChanged, signal);
  watchFeeds(feeds.changed, signal);
  watchBundledState(indexChanged, signal);
  watchArxivAccess(options.accessChanged, signal);
}
