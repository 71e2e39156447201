/** The index for our pages in windows where the browser gives them no database. */
import type { Handlers } from "../messages/serve.ts";
import { openIndex } from "../index/open.ts";
import { ownCopy } from "../index/own-copies.ts";
import { days } from "../index/read.ts";
import { readPaper } from "../index/read-paper.ts";
import { readDigests } from "../index/read-period.ts";

type IndexHandlers = Pick<Handlers, "days" | "digests" | "paper" | "ownCopy">;

/** @param ready ends as soon as the index can answer */
export function createIndexAnswers(ready: () => Promise<void>): IndexHandlers {
  const index = async () => {
    await ready();
    return openIndex();
  };
  return {
    days: async () => (await days(await index())).map(({ date }) => date),
    digests: async ({ ranges, words }) => readDigests(await index(), ranges, words),
    paper: async ({ id }) => readPaper(await index(), id),
    ownCopy: async ({ place }) => (await ownCopy(await index(), place)) ?? null,
  };
}
