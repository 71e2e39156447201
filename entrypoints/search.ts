/** The search of our pages: a worker that they start with the first search. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createAnswers } from "../lib/index/search/answer-questions.ts";
import type { SearchQuestion } from "../lib/index/search/messages.ts";
import { openIndex } from "../lib/index/open.ts";
import { readDigests } from "../lib/index/read-period.ts";

export default defineUnlistedScript(() => {
  const answers = createAnswers(
    async () => readDigests(await openIndex(), [{}], true),
    (answer) => postMessage(answer),
  );
  addEventListener("message", ({ data }: MessageEvent<SearchQuestion>) => void answers(data));
});
