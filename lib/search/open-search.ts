/** The asking end of the search. */
import type { PaperId } from "../paper/paper-id.ts";
import type { SearchAnswer, SearchQuestion } from "./messages.ts";

export interface Search {
  /** The papers in which all of these words are. Asked again before it answered, the earlier question is given up. */
  find: (text: string) => Promise<ReadonlySet<PaperId>>;
  /** The index changed: the next question reads it anew. */
  indexChanged: () => void;
}

/** Starts a search of this page's own; it reads the texts at the first question. Ends with the signal. */
export function openSearch(signal: AbortSignal): Search {
  const worker = new Worker("/search.js");
  signal.addEventListener("abort", () => worker.terminate(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none, that is for windows
  const say = (question: SearchQuestion) => worker.postMessage(question);
  let number = 0;
  let waiting: PromiseWithResolvers<ReadonlySet<PaperId>> | undefined;

  worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
    if (data.number !== number) return;
    if (data.ids) waiting?.resolve(new Set(data.ids));
    else waiting?.reject(new Error("the index could not be read"));
  });
  worker.addEventListener("error", () => waiting?.reject(new Error("the search could not be started")));

  return {
    find(text) {
      waiting = Promise.withResolvers();
      say({ kind: "find", number: (number += 1), text });
      return waiting.promise;
    },
    indexChanged: () => say({ kind: "forget" }),
  };
}
