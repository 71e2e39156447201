/** The search of our pages: a worker that they start when somebody searches. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createAnswers } from "../lib/search/answer-questions.ts";
import type { SearchQuestion } from "../lib/search/messages.ts";
import { openIndex } from "../lib/store/open.ts";
import { readDigests } from "../lib/store/read-window.ts";

export default defineUnlistedScript(() => {
  const answers = createAnswers(
    async () => readDigests(await openIndex(), [{}], true),
    (answer) => postMessage(answer),
  );
  addEventListener("message", ({ data }: MessageEvent<SearchQuestion>) => void answers(data));
});
