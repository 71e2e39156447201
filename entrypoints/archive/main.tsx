/** The full page: the hot list of the address, and beside it the paper that the address names. */
import "../../components/base.css";
import { ArchivePage } from "../../components/archive/ArchivePage.tsx";
import { drawInto } from "../../components/parts/draw-into.tsx";
import { openHotList } from "../../lib/reader/open-hot-list.ts";
import { forgetPictureWithChanges } from "../../lib/reader/forget-picture.ts";
import { followAppearance } from "../../lib/reader/page-appearance.ts";
import { setPageLanguage } from "../../lib/reader/page-language.ts";
import { pageTitle } from "../../lib/reader/page-title.ts";
import { createPaperDetails, type PaperDetail } from "../../lib/reader/paper-detail.ts";
import { openIndex } from "../../lib/store/open.ts";
import { createPicturedDigests, type PicturedDigests } from "../../lib/reader/pictured-digests.ts";
import { readPaper } from "../../lib/store/read.ts";
import { readDigests } from "../../lib/store/read-window.ts";
import { watchRevision } from "../../lib/worker/revision.ts";

setPageLanguage(document);

const { signal } = new AbortController(); // as long as the page
followAppearance(window, signal);
forgetPictureWithChanges(window, signal);
const show = drawInto(document.querySelector("#archive") as HTMLElement);
const hotList = openHotList(window, signal);

let detail: PaperDetail | undefined;
const details = createPaperDetails({
  read: async (id) => readPaper(await openIndex(), id),
  onDetail(next) {
    detail = next;
    draw();
  },
});

let pictured: PicturedDigests = { kind: "unread" };
const pictures = createPicturedDigests({
  read: async () => readDigests(await openIndex(), [{}], false),
  onPictured(next) {
    pictured = next;
    draw();
  },
});

function draw() {
  const state = hotList.state();
  document.title = pageTitle(state, detail);
  show(
    <ArchivePage
      state={state}
      actions={hotList.actions}
      optionsUrl="options.html"
      detail={detail}
      pictured={pictured}
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
