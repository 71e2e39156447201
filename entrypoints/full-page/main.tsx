/** The full page: the hot list of the address, and beside it the paper that the address names. */
import "../../components/base.css";
import { ArchivePage, type Beside } from "../../components/full-page/FullPage.tsx";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { openHotList } from "../../lib/hot-list/state/open-hot-list.ts";
import { forgetPictureWithChanges } from "../../lib/hot-list/picture/forget-picture.ts";
import { lookHere } from "../../lib/hot-list/state/look-here.ts";
import { followAppearance } from "../../lib/settings/page-appearance.ts";
import { setPageLanguage } from "../../lib/texts/page-language.ts";
import { pageTitle } from "../../lib/hot-list/state/page-title.ts";
import { createPaperDetails } from "../../lib/hot-list/state/paper-detail.ts";
import { createPicturedDigests } from "../../lib/hot-list/state/pictured-digests.ts";
import { indexDigests } from "../../lib/hot-list/state/read-index.ts";
import { indexPaper } from "../../lib/hot-list/state/read-paper.ts";
import { watchRevision } from "../../lib/revision.ts";

setPageLanguage(document);
const { signal } = new AbortController(); // for the life of the page
followAppearance(window, signal);
forgetPictureWithChanges(window, signal);
const show = drawInto(document.querySelector("#archive") as HTMLElement);
const hotList = openHotList(window, signal);

let beside: Beside = { detail: undefined, pictured: { kind: "unread" } };
function set(change: Partial<Beside>) {
  beside = { ...beside, ...change };
  draw();
}
const details = createPaperDetails({ read: indexPaper, onDetail: (detail) => set({ detail }) });
const pictures = createPicturedDigests({
  read: () => indexDigests([{}], false),
  onPictured: (pictured) => set({ pictured }),
});

function draw() {
  const state = hotList.state();
  document.title = pageTitle(state, beside.detail);
  show(
    <ArchivePage
      state={state}
      actions={hotList.actions}
      optionsUrl="options.html"
      {...beside}
      look={lookHere(location.hash)}
      onPicturesWanted={pictures.want}
    />,
  );
}

draw();
hotList.subscribe(({ paper }) => {
  details.show(paper);
  draw();
});
watchRevision(() => {
  details.indexChanged();
  pictures.indexChanged();
}, signal);
