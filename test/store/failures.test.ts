import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/store/open.ts";
import { clearIndex, putDigests, removeFeed, replaceFeed } from "../../lib/store/write.ts";
import { dump } from "./dump.ts";
import { failAtPut } from "./fail-at.ts";
import { digest, entry, post } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

const rich = (date: string, ...papers: string[]) =>
  digest(
    date,
    papers.map((paper, i) =>
      entry(paper, i + 1, { abstract: "Words.", posts: [post(`${i}`, { text: "said" })] }),
    ),
  );
const coming = [
  rich("2021-08-12", "2108.04840", "2107.00001", "2106.00001"),
  rich("2021-08-13", "2108.05036", "hep-th/9901001"),
];

describe("a write that ends in the middle", () => {
  // 1 state of the feed, 2 digests with words and day each, 4 blocks, the sum
  const puts = 1 + 2 * 3 + 4 + 1;

  test.each(Array.from({ length: puts }, (_, i) => i + 1))(
    "at put %i leaves an empty index empty, and works when it is tried again",
    async (nth) => {
      const before = await dump(db);
      const failing = failAtPut(nth, "AbortError");
      await expect(putDigests(db, { id: "files" }, coming)).rejects.toMatchObject({ name: "StoreError" });
      failing.restore();
      expect(await dump(db)).toEqual(before);

      await putDigests(db, { id: "files" }, coming);
      const after = await dump(db);
      expect(after.days).toHaveLength(2);
      expect(after.rows).toHaveLength(5);
    },
  );

  test("leaves what was there before as it was", async () => {
    await putDigests(db, { id: "files" }, [digest("2021-08-12", ["2108.04840", "2101.00001"])]);
    const before = await dump(db);
    for (const nth of [1, 3, 6, 9]) {
      const failing = failAtPut(nth, "AbortError");
      await expect(replaceFeed(db, { id: "files" }, coming)).rejects.toMatchObject({ code: "failed" });
      failing.restore();
      expect(await dump(db)).toEqual(before);
    }
  });
});

test("a full disk is told as such, and not as the last request's own end", async () => {
  failAtPut(4, "QuotaExceededError");
  await expect(putDigests(db, { id: "files" }, coming)).rejects.toMatchObject({
    name: "StoreError",
    code: "full",
    cause: { name: "QuotaExceededError" },
  });
});

test("writes to a connection that was closed are refused with an error of ours", async () => {
  await closeIndex();
  for (const write of [putDigests(db, { id: "files" }, coming), removeFeed(db, "files"), clearIndex(db, [])])
    await expect(write).rejects.toMatchObject({ name: "StoreError", code: "failed" });
});
