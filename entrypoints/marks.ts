/** Marks beside the badges of a page, and the keys that set them: put into a page by the worker when it has badges and the reader marks, or jumps. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { drawMarks } from "../lib/arxiv/marks/draw-marks.ts";
import { listenForMarkKeys } from "../lib/arxiv/marks/mark-keys.ts";
import { door } from "../lib/arxiv/marks/marks-door.ts";
import { createPageMarks } from "../lib/arxiv/marks/watch-page-marks.ts";
import { followJumpKeys } from "../lib/settings/jump-keys.ts";

export default defineUnlistedScript(() => {
  door.hotPapersMarks?.abort();
  const { signal } = (door.hotPapersMarks = new AbortController());
  const marks = createPageMarks(document, browser.extension.inIncognitoContext);
  const drawn = drawMarks(document, signal);
  marks.watch(drawn.show, signal);
  listenForMarkKeys(document, marks, drawn, followJumpKeys, signal);
});
