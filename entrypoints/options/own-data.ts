/** What the reader may take along from the options page: a report of a problem, and data as files. */
import { saveFile } from "../../components/export/save-file.ts";
import { problemReport } from "../../components/options/problem-report.ts";
import { readFollows } from "../../lib/follows/stored-follows.ts";
import { STATE_KEY } from "../../lib/index/mirror/mirror.ts";
import { readMarks } from "../../lib/marks/stored-marks.ts";
import { ask } from "../../lib/messages/ask.ts";
import { hasArxivAccess } from "../../lib/settings/arxiv-access.ts";
import { popupKey } from "../../lib/settings/browser-settings.ts";
import { storedChoices } from "../../lib/settings/choices.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";
import { readErrors } from "../../lib/settings/last-errors.ts";
import { allowedInPrivateWindows } from "../../lib/settings/private-window.ts";
import { readSettings } from "../../lib/settings/settings.ts";
import { storedValue } from "../../lib/stored-value.ts";

export const makeReport = (version: string): Promise<string> =>
  problemReport({
    version,
    userAgent: navigator.userAgent,
    languages: navigator.languages,
    now: () => Date.now(),
    hasAccess: hasArxivAccess,
    allowedInPrivateWindows,
    popupKey,
    settings: readSettings,
    index: () => ask("status", {}),
    feeds: () => ask("feedsStatus", {}),
    mirror: storedValue(STATE_KEY).read,
    errors: readErrors,
  });

/** What it needs is loaded when it is asked for. */
export async function saveOwnData(): Promise<void> {
  const [{ exportData }, { indexOwnCopies }] = await Promise.all([
    import("../../components/options/data-export.ts"),
    import("../../lib/hot-list/state/read-own-copies.ts"),
  ]);
  await exportData({
    digests: indexOwnCopies,
    async settings() {
      const { fullTexts, live } = await readFeedSettings();
      return { ...(await storedChoices()), fullTexts, live };
    },
    feeds: async () => (await readFeedSettings()).feeds,
    marks: readMarks,
    follows: () => readFollows(),
    now: () => new Date(),
    save: saveFile,
  });
}
