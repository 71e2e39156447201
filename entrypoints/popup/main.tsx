/** The popup, and the panel beside a page: shows the hot list of the address, and follows it. */
import "../../components/base.css";
import { popupDrawer } from "../../components/popup/draw-popup.tsx";
import { keepPictures } from "../../components/popup/keep-pictures.ts";
import { isWhole, PATIENCE } from "../../components/popup/may-draw.ts";
import { type News, newsSince } from "../../components/popup/news.ts";
import { panelOpener } from "../../components/popup/side-panel.ts";
import { openHotList } from "../../lib/hot-list/state/open-hot-list.ts";
import { isPopup, markPlace } from "../../lib/hot-list/state/surface.ts";
import { dismissNews, readNewsSince, watchNews } from "../../lib/settings/news.ts";
import { followAppearance } from "../../lib/settings/page-appearance.ts";
import { inPrivateWindow } from "../../lib/settings/private-window.ts";
import { setPageLanguage } from "../../lib/texts/page-language.ts";
import { tabPaper } from "./tab-paper.ts";

markPlace(window);
setPageLanguage(document);

const { signal } = new AbortController(); // for the life of the page
followAppearance(window, signal);
const place = document.querySelector("#popup") as HTMLElement;
const hotList = openHotList(window, signal);
const thisPaper = tabPaper(hotList.actions, () => draw(), signal);
const drawPopup = popupDrawer(place, hotList.actions, thisPaper.draw);
let news: readonly News[] = [];
let openPanel: (() => Promise<void>) | undefined;
let ready = false;

function draw(state = hotList.state()) {
  if (!place.inert || (ready && isWhole(state))) drawPage(state);
}
const drawPage = (state = hotList.state()) =>
  drawPopup(state, { news, onDismissNews: () => void dismissNews(), onOpenPanel: openPanel && onOpenPanel });
/** The popup makes room for the panel. If the browser refuses, the popup stays. */
const onOpenPanel = () => void openPanel?.().then(() => window.close(), console.warn);

async function readNews() {
  news = newsSince(await readNewsSince());
  draw();
}
/** Only from the popup: the panel itself is this page too. */
async function offerPanel() {
  if (isPopup(window)) openPanel = await panelOpener();
  draw();
}
async function begin() {
  await Promise.allSettled([readNews(), offerPanel(), thisPaper.follow()]);
  ready = true;
  draw();
}
draw();
hotList.subscribe(draw);
watchNews(() => void readNews(), signal);
void begin();
setTimeout(() => place.inert && drawPage(), PATIENCE);
// The panel is this page too: it would replace the popup's picture with its own.
if (location.pathname === "/popup.html") keepPictures(place, hotList, inPrivateWindow);
