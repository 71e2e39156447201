/** The options page: connects the worker and the settings with what is shown of them. */
import { render } from "preact";
import "../../components/base.css";
import { saveFile } from "../../components/export/save-file.ts";
import { FeedsSection } from "../../components/feeds/FeedsSection.tsx";
import { MarksSection } from "../../components/marks/MarksSection.tsx";
import { JumpKeys } from "../../components/options/JumpKeys.tsx";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { browser } from "../../lib/browser.ts";
import { watchMarks } from "../../lib/marks/stored-marks.ts";
import { ask } from "../../lib/messages/ask.ts";
import { storedArchiveState, watchArchiveState } from "../../lib/reader/archive-storage.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/reader/arxiv-access.ts";
import { watchFeeds } from "../../lib/reader/feed-storage.ts";
import { createFeedsModel } from "../../lib/reader/feeds-model.ts";
import type { FeedsActions, FeedsModel } from "../../lib/reader/feeds-model.ts";
import { createMarksData, type MarksData, type MarksDataActions } from "../../lib/reader/marks-data.ts";
import { createOptions } from "../../lib/reader/options-model.ts";
import type { OptionsActions, OptionsModel } from "../../lib/reader/options-model.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { keepJumpKeys, type KeptJumpKeys, readJumpKeys } from "../../lib/settings/jump-keys.ts";
import { changeSettings, readSettings, watchSettings } from "../../lib/settings/settings.ts";
import { text } from "../../lib/texts/text.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

setPageLanguage(document);
document.title = text("optionsTitle");

const { signal } = new AbortController(); // as long as the page
const root = document.querySelector("#options") as HTMLElement;
const { version } = browser.runtime.getManifest();

let options: [OptionsModel, OptionsActions] | undefined;
let feeds: [FeedsModel, FeedsActions] | undefined;
let marks: [MarksData, MarksDataActions] | undefined;

let jumpKeys: KeptJumpKeys | undefined;
async function showKeys() {
  jumpKeys = await readJumpKeys();
  draw();
}
function changeKeys(keys: KeptJumpKeys) {
  jumpKeys = keys;
  draw();
  void keepJumpKeys(keys);
}

function draw() {
  if (!options || !feeds || !marks) return;
  const [model, actions] = options;
  const [feedsModel, feedsActions] = feeds;
  const section = <FeedsSection model={feedsModel} {...feedsActions} />;
  const keys = <JumpKeys keys={jumpKeys} onChange={changeKeys} />;
  const [marksData, marksActions] = marks;
  const marksSection = <MarksSection data={marksData} {...marksActions} />;
  render(
    <OptionsPage
      model={model}
      version={version}
      feeds={section}
      keys={keys}
      marks={marksSection}
      {...actions}
    />,
    root,
  );
  goToPlace();
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

void showKeys();
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
