/** The asking end of the search. */
import type { Digest } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { SearchAnswer, SearchQuestion } from "./messages.ts";

export interface Search {
  /** The papers in which all of these words are. If asked again before it answers, it drops the earlier question. */
  find: (text: string) => Promise<ReadonlySet<PaperId>>;
  /** The index changed: the next question reads it again. */
  indexChanged: () => void;
}

/**
 * Starts a search of this page's own; it reads the texts at the first question. Ends with the signal.
 *
 * @param readAll reads all digests with their words, if the search itself gets no database
 */
export function openSearch(signal: AbortSignal, readAll: () => Promise<readonly Digest[]>): Search {
  const worker = new Worker("/search.js");
  signal.addEventListener("abort", () => worker.terminate(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none, that is for windows
  const say = (question: SearchQuestion) => worker.postMessage(question);
  let number = 0;
  let asked = "";
  let waiting: PromiseWithResolvers<ReadonlySet<PaperId>> | undefined;

  /** Brings what the search needs, and asks again what it could not answer. */
  async function bring(unanswered: number) {
    say({ kind: "digests", digests: await readAll() });
    if (unanswered === number) say({ kind: "find", number, text: asked });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
    if (data.number !== number) return;
    if (data.bring) bring(data.number).catch((error: unknown) => waiting?.reject(error));
    else if (data.ids) waiting?.resolve(new Set(data.ids));
    else waiting?.reject(new Error("the index could not be read"));
  });
  worker.addEventListener("error", () => waiting?.reject(new Error("the search could not be started")));

  return {
    find(text) {
      waiting = Promise.withResolvers();
      asked = text;
      say({ kind: "find", number: (number += 1), text });
      return waiting.promise;
    },
    indexChanged: () => say({ kind: "forget" }),
  };
}
