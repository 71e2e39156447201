/** The popup: connects what is read from the index with what is shown of it. */
import { render } from "preact";
import "../../components/base.css";
import type { MissingWords } from "../../components/hot-list/HotList.tsx";
import { Popup } from "../../components/popup/Popup.tsx";
import { dayHash, targetOf } from "../../lib/hot-list/day-target.ts";
import { type HotListView, isOld } from "../../lib/hot-list/hot-list-view.ts";
import { ask } from "../../lib/messages/ask.ts";
import { createArchiveWords } from "../../lib/reader/archive-words.ts";
import { storedArchiveState, watchArchiveState } from "../../lib/reader/archive-storage.ts";
import { hasArxivAccess, requestArxivAccess, watchArxivAccess } from "../../lib/reader/arxiv-access.ts";
import type { MarkingModel } from "../../lib/reader/marking.ts";
import { createPageMarking } from "../../lib/reader/page-marking.ts";
import { createHotListReader } from "../../lib/reader/hot-list-reader.ts";
import { popupTitle } from "../../lib/reader/popup-title.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { markPlace } from "../../lib/reader/page-place.ts";
import { readFeedSettings, watchFeedSettings } from "../../lib/settings/feeds.ts";
import { openIndex } from "../../lib/store/open.ts";
import { days, readDay } from "../../lib/store/read.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

markPlace(window);
setPageLanguage(document);

const { signal } = new AbortController(); // as long as the page
const root = document.querySelector("#popup") as HTMLElement;
const today = () => new Date().toISOString().slice(0, 10);

let view: HotListView = { kind: "loading" };
/** Absent until the browser has told; the list waits for it, so that no notice pushes it down. */
let access: boolean | undefined;
let trouble: string | undefined;
let marking: MarkingModel | undefined;

function draw() {
  const shown: HotListView = access === undefined ? { kind: "loading" } : view;
  document.title = popupTitle(shown);
  render(
    <Popup
      view={shown}
      access={access ?? true}
      old={shown.kind === "day" && isOld(shown.newest, today())}
      optionsUrl="options.html"
      onPickDay={(date) => {
        location.hash = dayHash(date);
      }}
      onRestore={() => void attempt(() => ask("restoreArchive", {}))}
      onReadAgain={() => reader.readAgain()}
      onGrantAccess={() => void attempt(requestArxivAccess)}
      words={missingWords()}
      marking={marking}
      {...(trouble !== undefined && { trouble })}
    />,
    root,
  );
}

function missingWords(): MissingWords | undefined {
  const state = words.state();
  if (state === "none") return undefined;
  if (state === "coming") return { kind: "coming" };
  return { kind: "offer", onAnswer: (fetchThem) => void attempt(() => words.answer(fetchThem)) };
}

/** Does what was pressed; what goes wrong is shown. Begins at once, since a permission is given only within the click. */
async function attempt(work: () => Promise<unknown>) {
  trouble = undefined;
  try {
    await work();
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  draw();
}

async function readAccess() {
  access = await hasArxivAccess();
  draw();
}

const words = createArchiveWords({ ask, readChoice: readFeedSettings, onChange: draw });
draw();
const reader = createHotListReader({
  target: targetOf(location.hash),
  sources: {
    days: async () => (await days(await openIndex())).map(({ date }) => date),
    readDay: async (date) => readDay(await openIndex(), date),
    archive: storedArchiveState,
    today,
  },
  onView(next) {
    const moved = next.kind === "day" && view.kind === "day" && next.day.date !== view.day.date;
    view = next;
    if (next.kind === "day") words.shown(next.day);
    // The address always names the day on show, so that it can be kept. Nothing was asked for: it stays as it is.
    if (next.kind === "day" && location.hash !== "") history.replaceState(null, "", dayHash(next.day.date));
    draw();
    if (moved) root.querySelector("main")?.scrollTo(0, 0);
  },
  signal,
});
void readAccess();
createPageMarking((next) => {
  marking = next;
  draw();
}, signal);

window.addEventListener("hashchange", () => reader.show(targetOf(location.hash)), { signal });
watchRevision(reader.readAgain, signal);
watchFeedSettings(words.choiceChanged, signal);
watchArchiveState(reader.archiveChanged, signal);
watchArxivAccess(() => void readAccess(), signal);
