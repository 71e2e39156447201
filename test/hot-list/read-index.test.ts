import { beforeEach, expect, test, vi } from "vitest";
import { indexDays, indexDigests } from "../../lib/hot-list/state/read-index.ts";
import { indexOwnCopies } from "../../lib/hot-list/state/read-own-copies.ts";
import { indexPaper } from "../../lib/hot-list/state/read-paper.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { createMemoryIndex } from "../../lib/index/memory-index.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { days } from "../../lib/index/read.ts";
import { putDigests, replaceFeed } from "../../lib/index/write.ts";
import type { Handlers } from "../../lib/messages/serve.ts";
import { serve } from "../../lib/messages/serve.ts";
import { createIndexAnswers } from "../../lib/background/index-handlers.ts";
import { ownPage, sendAs } from "../messages/ends.ts";
import { digest } from "../index/made.ts";

const opened = vi.hoisted(() => ({ background: undefined as unknown }));
vi.mock("../../lib/index/open.ts", async (importReal) => {
  const real = await importReal<{ openIndex: () => Promise<unknown> }>();
  // The background of a test lives in the same place as the page: while it answers, the index is its own.
  return {
    ...real,
    openIndex: () => (opened.background ? Promise.resolve(opened.background) : real.openIndex()),
  };
});

beforeEach(async () => {
  opened.background = undefined;
  await closeIndex();
  const memory = createMemoryIndex();
  await replaceFeed(memory, { id: "archive", pack: "a" }, [digest("2021-08-12", ["2108.04840"])]);
  await putDigests(memory, { id: "files" }, [digest("2021-08-13", ["2108.05036"])]);
  const answers = createIndexAnswers(async () => undefined);
  const inBackground = Object.entries(answers).map(([type, answer]) => [
    type,
    async (request: never) => {
      opened.background = memory;
      try {
        return await (answer as (request: never) => Promise<unknown>)(request);
      } finally {
        opened.background = undefined;
      }
    },
  ]);
  serve(Object.fromEntries(inBackground) as Handlers);
  sendAs(ownPage);
});

/** As Firefox does in private windows. */
function refuseDatabases() {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("A mutation operation was attempted", "InvalidStateError");
  });
}

test("a page without a database asks the background, and gets what it would have read", async () => {
  refuseDatabases();
  expect(await indexDays()).toEqual(["2021-08-12", "2021-08-13"]);
  const [read] = await indexDigests([{ from: "2021-08-12", to: "2021-08-12" }], true);
  expect(read?.papers.map(({ id }) => id)).toEqual(["2108.04840"]);
  expect(await indexPaper("2108.05036" as PaperId)).toMatchObject([{ id: "2108.05036", date: "2021-08-13" }]);
  const own = [];
  for await (const { date } of indexOwnCopies()) own.push(date);
  expect(own).toEqual(["2021-08-13"]);
});

test("a page with a database reads it, and does not ask the background", async () => {
  await putDigests(await openIndex(), { id: "files" }, [digest("2022-01-13", ["2201.00001"])]);
  expect(await indexDays()).toEqual(["2022-01-13"]);
  expect(await days(await openIndex())).toHaveLength(1);
});

test("a database that cannot be read for another reason is told as it is", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("older than what is there", "VersionError");
  });
  await expect(indexDays()).rejects.toMatchObject({ code: "newerVersion" });
});
