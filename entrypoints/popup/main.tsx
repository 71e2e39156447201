/** The popup, and the panel beside a page: shows the hot list of the address, and follows it. */
import "../../components/base.css";
import { isDrawing } from "../../components/hot-list/PaperSlice.tsx";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { NewsNotice } from "../../components/popup/NewsNotice.tsx";
import { Popup } from "../../components/popup/Popup.tsx";
import type { HotListState } from "../../lib/reader/hot-list-state.ts";
import { clearPicture, keepPicture } from "../../lib/reader/last-picture.ts";
import { openHotList } from "../../lib/reader/open-hot-list.ts";
import { pageTitle } from "../../lib/reader/page-title.ts";
import { followAppearance } from "../../lib/reader/page-appearance.ts";
import { type News, newsSince } from "../../lib/reader/news.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { inPrivateWindow } from "../../lib/reader/private-window.ts";
import { isPopup, markPlace } from "../../lib/reader/page-place.ts";
import { panelOpener } from "../../lib/reader/side-panel.ts";
import { dismissNews, readNewsSince, watchNews } from "../../lib/settings/news.ts";

markPlace(window);
setPageLanguage(document);

const { signal } = new AbortController(); // as long as the page
followAppearance(window, signal);
const place = document.querySelector("#popup") as HTMLElement;
const show = drawInto(place);
const hotList = openHotList(window, signal);

let news: readonly News[] = [];
let openPanel: (() => Promise<void>) | undefined;
/** The popup makes room for it. Where the browser refuses, the popup stays. */
const onOpenPanel = () => void openPanel?.().then(() => window.close(), console.warn);
async function readNews() {
  news = newsSince(await readNewsSince());
  draw(hotList.state());
}

/** So long the picture of the last time stays on show (picture.ts), if the list does not come before, in ms. */
const PATIENCE = 500;
/** Whether all has come that is to be seen at first: what takes the picture's place is to look like it. */
let ready = false;

function draw(state: HotListState) {
  if (place.inert && !(ready && state.view.kind !== "loading" && state.marking)) return;
  drawPage(state);
}

function drawPage(state: HotListState) {
  clearPicture(place);
  document.title = pageTitle(state);
  const notice = <NewsNotice news={news} onDismiss={() => void dismissNews()} />;
  show(
    <Popup
      state={state}
      actions={hotList.actions}
      optionsUrl="options.html"
      archiveUrl="archive.html"
      onOpenPanel={openPanel && onOpenPanel}
      news={notice}
    />,
  );
}

/** Only from the popup: the panel itself is this page too. */
async function offerPanel() {
  if (!isPopup(window)) return;
  openPanel = await panelOpener();
  draw(hotList.state());
}

async function begin() {
  await Promise.allSettled([readNews(), offerPanel()]);
  ready = true;
  draw(hotList.state());
}

draw(hotList.state());
hotList.subscribe(draw);
watchNews(() => void readNews(), signal);
void begin();
setTimeout(() => {
  if (place.inert) drawPage(hotList.state());
}, PATIENCE);

/** The list that the popup opens with, as it is; not of a private window, of which nothing is kept. */
async function keep() {
  if (await inPrivateWindow()) return;
  const { view, saved, search, trouble } = hotList.state();
  const plain = !saved && search.text === "" && trouble === undefined && location.hash === "";
  if (view.kind === "list" && plain) keepPicture(window, place);
}
/** Only the popup's page shows one; the panel, which this is too, would put its own in that one's place. */
function keepPictures() {
  let waiting = 0;
  const keepLater = () => {
    cancelIdleCallback(waiting); // of changes that follow each other the last one counts
    waiting = requestIdleCallback(() => {
      if (isDrawing(place)) keepLater();
      else void keep();
    });
  };
  hotList.subscribe(keepLater);
}
if (location.pathname === "/popup.html") keepPictures();
