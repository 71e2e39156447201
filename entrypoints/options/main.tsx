/** The options page: connects the worker and the settings with what is shown of them. */
import "../../components/base.css";
import { saveFile } from "../../components/export/save-file.ts";
import { FeedsSection } from "../../components/feeds/FeedsSection.tsx";
import { MarksSection } from "../../components/marks/MarksSection.tsx";
import { DaySection } from "../../components/options/DaySection.tsx";
import { JumpKeys } from "../../components/options/JumpKeys.tsx";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { PopupKey } from "../../components/options/PopupKey.tsx";
import { PrivateWindows } from "../../components/options/PrivateWindows.tsx";
import { ReportSection } from "../../components/options/ReportSection.tsx";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { browser } from "../../lib/browser.ts";
import { readMarks, watchMarks } from "../../lib/marks/stored-marks.ts";
import { STATE_KEY } from "../../lib/mirror/mirror.ts";
import { ask } from "../../lib/messages/ask.ts";
import { storedArchiveState, watchArchiveState } from "../../lib/reader/archive-storage.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/reader/arxiv-access.ts";
import { watchFeeds } from "../../lib/reader/feed-storage.ts";
import { createFeedsModel } from "../../lib/reader/feeds-model.ts";
import type { FeedsActions, FeedsModel } from "../../lib/reader/feeds-model.ts";
import { createMarksData, type MarksData, type MarksDataActions } from "../../lib/reader/marks-data.ts";
import { createOptions } from "../../lib/reader/options-model.ts";
import type { OptionsActions, OptionsModel } from "../../lib/reader/options-model.ts";
import { forgetPictureWithChanges } from "../../lib/reader/forget-picture.ts";
import { followAppearance } from "../../lib/reader/page-appearance.ts";
import { extensionSettings, openShortcutSettings, popupKey } from "../../lib/reader/browser-settings.ts";
import { allowedInPrivateWindows } from "../../lib/reader/private-window.ts";
import { problemReport } from "../../lib/reader/problem-report.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { readChangedPages, watchChangedPages } from "../../lib/settings/changed-pages.ts";
import { storedChoices } from "../../lib/settings/choices.ts";
import { readFeedSettings } from "../../lib/settings/feeds.ts";
import { followDayChange, keepDayChange } from "../../lib/settings/day-change.ts";
import { followJumpKeys, keepJumpKeys, type KeptJumpKeys } from "../../lib/settings/jump-keys.ts";
import { readErrors } from "../../lib/settings/last-errors.ts";
import { storedValue } from "../../lib/settings/stored-value.ts";
import { changeSettings, readSettings, watchSettings } from "../../lib/settings/settings.ts";
import { text } from "../../lib/texts/text.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

setPageLanguage(document);
document.title = text("optionsTitle");

const { signal } = new AbortController(); // as long as the page
followAppearance(window, signal);
forgetPictureWithChanges(window, signal);
const show = drawInto(document.querySelector("#options") as HTMLElement);
const { version } = browser.runtime.getManifest();

let options: [OptionsModel, OptionsActions] | undefined;
let feeds: [FeedsModel, FeedsActions] | undefined;
let marks: [MarksData, MarksDataActions] | undefined;

let jumpKeys: KeptJumpKeys | undefined;
function showKeys(keys: KeptJumpKeys) {
  jumpKeys = keys;
  draw();
}

let dayChange: { hour: number | undefined } | undefined;
async function changeDay(hour: number | undefined) {
  await keepDayChange(hour);
  await ask("dayChanged", {});
}

let changedPages: readonly string[] | undefined;
function showChangedPages(kinds: readonly string[]) {
  changedPages = kinds;
  draw();
}

let popupShortcut: string | undefined;
let allowedInPrivate: boolean | undefined;
/** Both are the browser's own settings, and are read again when the reader comes back from there. */
async function showBrowserSettings() {
  [popupShortcut, allowedInPrivate] = await Promise.all([popupKey(), allowedInPrivateWindows()]);
  draw();
}

const makeReport = () =>
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
/** Loaded when somebody asks for it. */
async function saveOwnData() {
  const [{ exportData }, { openIndex }, { ownCopies }] = await Promise.all([
    import("../../lib/reader/data-export.ts"),
    import("../../lib/store/open.ts"),
    import("../../lib/store/own-copies.ts"),
  ]);
  const db = await openIndex();
  await exportData({
    digests: () => ownCopies(db),
    async settings() {
      const { archiveWords, live } = await readFeedSettings();
      return { ...(await storedChoices()), archiveWords, live };
    },
    feeds: async () => (await readFeedSettings()).feeds,
    marks: readMarks,
    now: () => new Date(),
    save: saveFile,
  });
}
const openSettings = extensionSettings();
const end = () => (
  <>
    <PrivateWindows allowed={allowedInPrivate} onOpenSettings={openSettings && (() => void openSettings())} />
    <ReportSection makeReport={makeReport} copy={(report) => navigator.clipboard.writeText(report)} />
  </>
);

/** Nothing that stands there may move: what the page's upper half says is read first, and it takes some ms; or it waits no longer. */
let waited = false;
setTimeout(() => {
  waited = true;
  draw();
}, 500);
const canBegin = ({ settings, access }: OptionsModel) =>
  waited ||
  (settings !== undefined &&
    access !== undefined &&
    changedPages !== undefined &&
    jumpKeys !== undefined &&
    dayChange !== undefined &&
    popupShortcut !== undefined &&
    allowedInPrivate !== undefined);

function draw() {
  if (!options || !feeds || !marks || !canBegin(options[0])) return;
  const [model, actions] = options;
  const [feedsModel, feedsActions] = feeds;
  const section = <FeedsSection model={feedsModel} {...feedsActions} />;
  const keys = (
    <JumpKeys keys={jumpKeys} onChange={(chosen) => void keepJumpKeys(chosen)}>
      <PopupKey popupKey={popupShortcut} onOpenSettings={() => void openShortcutSettings()} />
    </JumpKeys>
  );
  const [marksData, marksActions] = marks;
  const marksSection = <MarksSection data={marksData} {...marksActions} />;
  show(
    <OptionsPage
      model={model}
      version={version}
      changedPages={changedPages ?? []}
      whole={feedsModel.status !== undefined || feedsModel.trouble !== undefined}
      day={<DaySection dayChange={dayChange} onChange={(hour) => void changeDay(hour)} />}
      feeds={section}
      keys={keys}
      marks={marksSection}
      end={end()}
      {...actions}
    />,
  );
  if (feedsModel.status) requestAnimationFrame(goToPlace); // when it is all there
}

let placed = false;
/** The page's parts come after its load, when the browser has looked in vain for the place that the address names. */
function goToPlace() {
  if (!placed) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  placed = true;
}

const { settingsChanged, indexChanged, accessChanged } = createOptions({
  ask,
  readArchive: storedArchiveState,
  readSettings,
  changeSettings,
  hasAccess: hasArxivAccess,
  requestAccess: requestArxivAccess,
  exportData: saveOwnData,
  onModel(...next) {
    options = next;
    draw();
  },
});
const { changed: feedsChanged } = createFeedsModel({
  ask,
  requestAccess: (origin) => browser.permissions.request({ origins: [origin] }),
  onModel(...next) {
    feeds = next;
    draw();
  },
});

createMarksData({
  importMarks: (content) => ask("importMarks", { content }),
  deleteMarks: () => ask("deleteMarks", {}),
  watch: watchMarks,
  save: saveFile,
  now: () => new Date(),
  onData(...next) {
    marks = next;
    draw();
  },
  signal,
});

void followJumpKeys(showKeys, signal);
void followDayChange((hour) => {
  dayChange = { hour };
  draw();
}, signal);
void readChangedPages().then(showChangedPages);
watchChangedPages(showChangedPages, signal);
void showBrowserSettings();
window.addEventListener("focus", () => void showBrowserSettings(), { signal });
watchSettings(settingsChanged, signal);
watchRevision(() => {
  indexChanged();
  feedsChanged();
}, signal);
watchFeeds(feedsChanged, signal);
watchArchiveState(indexChanged, signal);
watchArxivAccess(accessChanged, signal);

// A file that misses the place for it would be opened by the browser in place of this page.
for (const type of ["dragover", "drop"])
  window.addEventListener(type, (event) => event.preventDefault(), { signal });
