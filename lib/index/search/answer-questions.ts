/** The answering end of the search, in a worker of the page, so that reading all texts holds nothing up. */
import type { Digest } from "../../digest/digest.ts";
import type { SearchAnswer, SearchQuestion } from "./messages.ts";
import { near } from "./near.ts";
import { createPaperIndex, type PaperIndex } from "./paper-index.ts";

/** @param readAll reads all digests with their words */
export function createAnswers(
  readAll: () => Promise<Digest[]>,
  answer: (answer: SearchAnswer) => void,
): (question: SearchQuestion) => Promise<void> {
  let index: Promise<PaperIndex> | undefined;
  let asked = 0;

  return async (question) => {
    if (question.kind === "forget") {
      index = undefined;
      return;
    }
    if (question.kind === "digests") {
      index = Promise.resolve(createPaperIndex(question.digests, near));
      return;
    }
    const { number, text } = question;
    asked = number;
    try {
      index ??= readAll().then((digests) => createPaperIndex(digests, near));
      const reading = await index;
      // The reader typed on while the texts were read: only the last question is still wanted.
      if (number === asked) answer({ number, ids: reading.find(text) });
    } catch (error) {
      index = undefined;
      if ((error as { code?: unknown }).code === "noDatabase") {
        answer({ number, bring: true });
        return;
      }
      console.warn("Hot Papers:", error);
      answer({ number });
    }
  };
}
