/** Marks beside the badges of a page, and the keys that set them: put into a page by the worker when it has badges and the reader marks, or jumps. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { browser } from "../lib/browser.ts";
import { drawMarks } from "../lib/arxiv/marks/draw-marks.ts";
import { listenForMarkKeys } from "../lib/arxiv/marks/mark-keys.ts";
import { door } from "../lib/arxiv/marks/marks-door.ts";
import { listen } from "../lib/arxiv/trusted.ts";
import { pageMark, watchPageMarks, watchPrivatePageMarks } from "../lib/marks/arxiv-marking.ts";
import { followJumpKeys } from "../lib/settings/jump-keys.ts";

export default defineUnlistedScript(() => {
  door.hotPapersMarks?.abort();
  const { signal } = (door.hotPapersMarks = new AbortController());
  const privately = browser.extension.inIncognitoContext;
  const drawn = drawMarks(document, signal);
  let askAgain: (() => Promise<void>) | undefined;
  if (privately) {
    const again = watchPrivatePageMarks(drawn.ids, drawn.show, signal);
    askAgain = again;
    const onSight = () => void again().catch(() => undefined); // an extension that is gone
    listen(document, "visibilitychange", onSight, { signal });
  } else watchPageMarks(drawn.show, signal);
  listenForMarkKeys(
    document,
    async (id, kind, on) => {
      const mark = await pageMark(id, privately, { kind, on });
      await askAgain?.();
      return mark;
    },
    drawn,
    followJumpKeys,
    signal,
  );
});
