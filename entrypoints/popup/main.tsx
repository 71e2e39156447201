/** The popup, and the panel beside a page: shows the hot list of the address, and follows it. */
import "../../components/base.css";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { NewsNotice } from "../../components/popup/NewsNotice.tsx";
import { Popup } from "../../components/popup/Popup.tsx";
import type { HotListState } from "../../lib/reader/hot-list-state.ts";
import { openHotList } from "../../lib/reader/open-hot-list.ts";
import { pageTitle } from "../../lib/reader/page-title.ts";
import { followAppearance } from "../../lib/reader/page-appearance.ts";
import { type News, newsSince } from "../../lib/reader/news.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { isPopup, markPlace } from "../../lib/reader/page-place.ts";
import { panelOpener } from "../../lib/reader/side-panel.ts";
import { dismissNews, readNewsSince, watchNews } from "../../lib/settings/news.ts";

markPlace(window);
setPageLanguage(document);

const { signal } = new AbortController(); // as long as the page
followAppearance(window, signal);
const show = drawInto(document.querySelector("#popup") as HTMLElement);
const hotList = openHotList(window, signal);

let news: readonly News[] = [];
let openPanel: (() => Promise<void>) | undefined;
/** The popup makes room for it. Where the browser refuses, the popup stays. */
const onOpenPanel = () => void openPanel?.().then(() => window.close(), console.warn);
async function readNews() {
  news = newsSince(await readNewsSince());
  draw(hotList.state());
}

function draw(state: HotListState) {
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

draw(hotList.state());
hotList.subscribe(draw);
void readNews();
watchNews(() => void readNews(), signal);
/** Only from the popup: the panel itself is this page too. */
async function offerPanel() {
  openPanel = await panelOpener();
  draw(hotList.state());
}
if (isPopup(window)) void offerPanel();
