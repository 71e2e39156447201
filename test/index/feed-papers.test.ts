import { afterEach, beforeEach, expect, test } from "vitest";
import { feedPapers } from "../../lib/index/feed-papers.ts";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { putFeedFile } from "../../lib/index/write.ts";
import { daysBefore } from "../made-feeds/made-digest.ts";
import { digest } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

test("a feed's papers are counted once each, over all of its days, and only its own", async () => {
  const days = daysBefore("2021-08-12", 60);
  const digests = days.map((date, at) =>
    digest(date, ["2108.00001", `2107.${String(at + 1).padStart(5, "0")}`]),
  );
  await putFeedFile(db, "a", { id: "a" }, digests);
  await putFeedFile(db, "b", { id: "b" }, [digest("2021-08-13", ["2108.00009"])]);
  expect(await feedPapers(db, "a")).toEqual({
    papers: 61,
    digests: 60,
    newest: { date: "2021-08-12", papers: 2 },
  });
  expect(await feedPapers(db, "c")).toEqual({ papers: 0, digests: 0 });
});
