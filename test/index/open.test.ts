import { forceCloseDatabase, IDBFactory } from "fake-indexeddb";
import { deleteDB, openDB, unwrap } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { type Connection, createConnection } from "../../lib/index/connection.ts";
import { closeIndex, INDEX_NAME, INDEX_VERSION, openIndex } from "../../lib/index/open.ts";
import { days } from "../../lib/index/read.ts";
import type { IndexSchema } from "../../lib/index/schema.ts";
import { putDigests } from "../../lib/index/write.ts";
import { dump } from "./dump.ts";
import { digest } from "./made.ts";
import { readDay } from "./read-day.ts";

afterEach(closeIndex);

test("the ladder makes all stores", async () => {
  const db = await openIndex();
  expect([...db.objectStoreNames]).toEqual([
    "blocks",
    "days",
    "digests",
    "feeds",
    "halfWrites",
    "heat",
    "totals",
    "unmirrored",
    "words",
  ]);
  const { keyPath, indexNames } = db.transaction("digests").store;
  expect(keyPath).toEqual(["date", "feed"]);
  expect([...indexNames]).toEqual([]);
});

test("an index of version 2 opens with its digests, and loses its index by category", async () => {
  await putDigests(await openIndex(), { id: "files" }, [digest("2021-08-12", ["2108.04840"])]);
  const rows = await dump(await openIndex());
  await closeIndex();
  await deleteDB(INDEX_NAME);
  const old = await openDB(INDEX_NAME, 2, {
    upgrade(database) {
      database
        .createObjectStore("digests", { keyPath: ["date", "feed"] })
        .createIndex("categories", "categories", { multiEntry: true });
      database.createObjectStore("words", { keyPath: ["date", "feed"] });
      database.createObjectStore("blocks", { keyPath: ["month", "part"] });
      for (const name of ["days", "heat"]) database.createObjectStore(name, { keyPath: "date" });
      for (const name of ["totals", "unmirrored", "feeds"])
        database.createObjectStore(name, { keyPath: "id" });
    },
  });
  for (const store of ["digests", "words", "days", "feeds"] as const)
    for (const row of rows[store])
      await old.put(store, store === "digests" ? { ...row, categories: ["cs.CL"] } : row);
  old.close();

  const db = await openIndex();
  expect(db.version).toBe(INDEX_VERSION);
  expect([...db.transaction("digests").store.indexNames]).toEqual([]);
  expect((await readDay(db, "2021-08-12"))?.papers).toHaveLength(1);
  expect(await days(db)).toEqual([{ date: "2021-08-12", papers: 1 }]);
});

test.each([
  ["without its stores", []],
  ["without the index by category", ["digests"]],
])("an index of version 2 %s is told as damaged, not as one that cannot be opened", async (_, stores) => {
  const old = await openDB(INDEX_NAME, 2, {
    upgrade(database) {
      for (const name of stores) database.createObjectStore(name, { keyPath: ["date", "feed"] });
    },
  });
  old.close();
  await expect(openIndex()).rejects.toMatchObject({ name: "StoreError", code: "damaged" });
});

describe("one connection", () => {
  test("is opened once, however often it is asked for", async () => {
    const [first, second] = await Promise.all([openIndex(), openIndex()]);
    expect(second).toBe(first);
    expect(await openIndex()).toBe(first);
  });

  test("is opened again after the browser closed it", async () => {
    const first = await openIndex();
    await putDigests(first, { id: "files" }, [digest("2021-08-12", ["2108.04840"])]);
    forceCloseDatabase(unwrap(first) as unknown as Parameters<typeof forceCloseDatabase>[0]);
    const second = await openIndex();
    expect(second).not.toBe(first);
    expect(await days(second)).toHaveLength(1);
  });

  test("makes way for a newer version of the extension, and says so when it is asked again", async () => {
    await openIndex();
    const newer = await openDB(INDEX_NAME, INDEX_VERSION + 1);
    await expect(openIndex()).rejects.toMatchObject({ name: "StoreError", code: "newerVersion" });
    newer.close();
    await expect(openIndex()).rejects.toMatchObject({ code: "newerVersion" });
  });

  test("makes way when the database is to be deleted, and starts anew", async () => {
    const db = await openIndex();
    await putDigests(db, { id: "files" }, [digest("2021-08-12", ["2108.04840"])]);
    await deleteDB(INDEX_NAME);
    expect(await days(await openIndex())).toEqual([]);
  });
});

describe("an index that is held open in an older version", () => {
  const next = (): Connection<IndexSchema> => createConnection("held", 2, () => undefined);

  test("is reported at once and not waited for, and is there once it is released", async () => {
    const holder = await openDB("held", 1); // does not close when asked to
    const connection = next();
    await expect(connection.open()).rejects.toMatchObject({ name: "StoreError", code: "blocked" });
    await expect(connection.open()).rejects.toMatchObject({ code: "blocked" });
    holder.close();
    await expect
      .poll(() =>
        connection.open().then(
          ({ version }) => version,
          () => 0,
        ),
      )
      .toBe(2);
    await connection.close();
  });
});

test("an upgrade that fails is an error, and is tried again", async () => {
  let fails = true;
  const connection = createConnection<IndexSchema>("failing", 1, (database) => {
    if (fails) throw new Error("no such luck");
    database.createObjectStore("days", { keyPath: "date" });
  });
  await expect(connection.open()).rejects.toMatchObject({ code: "failed" });
  fails = false;
  expect([...(await connection.open()).objectStoreNames]).toEqual(["days"]);
  await connection.close();
});

test("a browser without a database is an error with its cause", async () => {
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException("storage is off", "SecurityError");
  };
  globalThis.indexedDB = broken;
  await expect(openIndex()).rejects.toMatchObject({ code: "noDatabase", cause: { name: "SecurityError" } });
});
