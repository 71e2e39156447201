import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { heatOf } from "../../lib/digest/heat.ts";
import { lookup } from "../../lib/index/lookup.ts";
import { closeIndex, type IndexDatabase, openIndex } from "../../lib/index/open.ts";
import { putDigests } from "../../lib/index/write.ts";
import { countRequests } from "./count-requests.ts";
import { digest, entry, id, post, twitter } from "./made.ts";

let db: IndexDatabase;
beforeEach(async () => {
  db = await openIndex();
});
afterEach(closeIndex);

/** Ids of a month: 2108.00001 and on. */
const idsOf = (month: string, count: number, step = 1) =>
  Array.from({ length: count }, (_, i) => id(`${month}.${String(1 + i * step).padStart(5, "0")}`));

test("gives all that a badge shows, and nothing for papers in no digest", async () => {
  await putDigests(db, { id: "archive" }, [
    digest("2021-08-12", [
      entry("2108.04840", 1, {
        counts: [{ ...twitter(3135, 247), at: "2021-08-13T08:41:50" }],
        posts: [post("1")],
      }),
      "2108.05036",
    ]),
  ]);
  expect(await lookup(db, [id("2108.04840"), id("2108.04841"), id("2109.00001")])).toEqual([
    {
      id: "2108.04840",
      entries: [
        {
          date: "2021-08-12",
          rank: 1,
          of: 2,
          posts: 1,
          counts: [twitter(3135, 247)],
          heat: heatOf([twitter(3135, 247)], "2021-08-12", undefined),
        },
      ],
    },
  ]);
});

test("finds old ids and those of months whose numbers have four digits under their own names", async () => {
  const papers = ["hep-th/9901001", "math/0309136", "0704.0001", "1412.9999", "2108.00001", "2108.00513"];
  await putDigests(db, { id: "files" }, [digest("2021-08-12", papers)]);
  const found = await lookup(db, [...papers, "hep-th/9901002", "hep-ph/9901001", "2108.00002"].map(id));
  expect(found.map((badge) => badge.id as string).toSorted()).toEqual(papers.toSorted());
});

test("2,000 ids are one transaction with a few requests, and give exactly the hits", async () => {
  const all = idsOf("2108", 2000, 7);
  const hits = all.filter((_, i) => i % 2 === 0);
  const ofDay = (n: number) => hits.filter((_, i) => i % 5 === n);
  await putDigests(
    db,
    { id: "files" },
    [0, 1, 2, 3, 4].map((n) => digest(`2021-08-1${n}`, ofDay(n))),
  );
  const counted = countRequests();
  const found = await lookup(db, all);
  expect(found.map((badge) => badge.id).toSorted()).toEqual(hits.toSorted());
  expect(counted()).toEqual({ transactions: 1, get: 0, getAll: 1 });
});

describe("costs what the ids ask for", () => {
  test("no id needs no transaction", async () => {
    const counted = countRequests();
    expect(await lookup(db, [])).toEqual([]);
    expect(counted().transactions).toBe(0);
  });

  test("one id is one request, and so are ids of one block", async () => {
    const counted = countRequests();
    await lookup(db, [id("2108.04840")]);
    expect(counted()).toEqual({ transactions: 1, get: 1, getAll: 0 });
    await lookup(db, idsOf("2108", 400));
    expect(counted()).toEqual({ transactions: 2, get: 2, getAll: 0 });
  });

  test("few ids far apart are read one by one, not with all that lies between them", async () => {
    const counted = countRequests();
    await lookup(db, [id("2108.00001"), id("2108.09000"), id("2108.19999")]);
    expect(counted()).toEqual({ transactions: 1, get: 3, getAll: 0 });
  });

  test("many ids of several months are one request for each month", async () => {
    const counted = countRequests();
    await lookup(db, [...idsOf("2107", 100, 120), ...idsOf("2108", 100, 120), ...idsOf("2109", 100, 120)]);
    expect(counted()).toEqual({ transactions: 1, get: 0, getAll: 3 });
  });

  test("an id that is asked twice is answered once", async () => {
    await putDigests(db, { id: "files" }, [digest("2021-08-12", ["2108.04840"])]);
    expect(await lookup(db, [id("2108.04840"), id("2108.04840")])).toHaveLength(1);
  });
});
