import { afterEach, expect, test } from "vitest";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { ownCopies } from "../../lib/index/own-copies.ts";
import { putDigests } from "../../lib/index/write.ts";
import { digest, entry, post } from "./made.ts";

afterEach(closeIndex);

test("the reader's own copies are of every feed but the archive, by day, with their words", async () => {
  const db = await openIndex();
  const words = digest("2021-08-13", [
    entry("2108.04840", 1, { abstract: "Words.", posts: [post("1", { text: "Said." })] }),
  ]);
  const older = digest("2021-08-12", ["2108.05036"]);
  await putDigests(db, { id: "archive" }, [older, digest("2021-08-11", ["2108.00001"])]);
  await putDigests(db, { id: "files" }, [words]);
  await putDigests(db, { id: "feed-1" }, [older]);
  const own: unknown[] = [];
  for await (const copy of ownCopies(db)) own.push(copy);
  expect(own).toEqual([older, words]);
});
