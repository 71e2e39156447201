/** Runs in a page: stores digests in the index of the page's origin, looks papers up, and says how long it took. */
import type { Digest, Entry } from "../../../lib/digest/digest.ts";
import { unpackDigests } from "../../../lib/digest/pack.ts";
import type { PaperId } from "../../../lib/paper/paper-id.ts";
import { lookup } from "../../../lib/index/lookup.ts";
import { closeIndex, INDEX_NAME, openIndex } from "../../../lib/index/open.ts";
import { putDigests } from "../../../lib/index/write.ts";
import { madeDays } from "../made-days.ts";

/** How long the same entries took: in our index, and as bare puts. */
export interface Stored {
  entries: number;
  /** Ms in our index. */
  ours: number;
  /** Ms of bare puts of the same entries; undefined if they were not made. */
  bare?: number;
}

export interface IndexBench {
  /** Fills a fresh index with the archive, and gives how long it took. */
  storeArchive: (pack: string) => Promise<Stored>;
  /** Prepares to add made entries: as many in all. */
  prepare: (pack: string, total: number) => void;
  /** Adds the next lot of them; undefined when all are there. */
  storeNext: (lot: number, alsoBare: boolean) => Promise<Stored | undefined>;
  /** Looks ids up, several times: ms of each, and how many were found. */
  lookup: (ids: PaperId[], times: number) => Promise<{ times: number[]; found: number }>;
}

declare global {
  var indexBench: IndexBench;
}

const FLAT = "bare";

const finished = (request: IDBRequest | IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    if (request instanceof IDBTransaction) {
      request.addEventListener("complete", () => resolve());
      request.addEventListener("abort", () => reject(request.error ?? new Error("aborted")));
    } else {
      request.addEventListener("success", () => resolve());
      request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
    }
  });

async function remove(name: string): Promise<void> {
  await finished(indexedDB.deleteDatabase(name));
}

async function openBare(): Promise<IDBDatabase> {
  const request = indexedDB.open(FLAT, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore("entries"));
  await finished(request);
  return request.result;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The measure: the same entries one by one into a store without indexes, in one transaction. */
async function putBare(digests: readonly Digest[]): Promise<number> {
  const database = await openBare();
  const ms = await time(() => {
    const transaction = database.transaction("entries", "readwrite");
    const entries = transaction.objectStore("entries");
    for (const { date, papers } of digests) for (const paper of papers) entries.put(paper, [paper.id, date]);
    return finished(transaction);
  });
  database.close();
  return ms;
}

const count = (digests: readonly Digest[]) => digests.reduce((sum, { papers }) => sum + papers.length, 0);

let coming: Iterator<Digest> | undefined;

globalThis.indexBench = {
  async storeArchive(pack) {
    const digests = Object.values(unpackDigests(pack)).flat();
    await closeIndex();
    await remove(INDEX_NAME);
    await remove(FLAT);
    const bare = await putBare(digests);
    const db = await openIndex();
    const ours = await time(() => putDigests(db, { id: "archive" }, digests));
    return { entries: count(digests), ours, bare };
  },

  prepare(pack, total) {
    const digests = Object.values(unpackDigests(pack)).flat();
    const like: Entry[] = digests.flatMap(({ papers }) => papers);
    const days = new Set(digests.map(({ date }) => date));
    const ids = new Set<string>(like.map(({ id }) => id));
    coming = madeDays(total, like, { days, ids });
  },

  async storeNext(lot, alsoBare) {
    const digests: Digest[] = [];
    for (let entries = 0; entries < lot;) {
      const next = coming?.next();
      if (!next || next.done) break;
      digests.push(next.value);
      entries += next.value.papers.length;
    }
    if (digests.length === 0) return undefined;
    const bare = alsoBare ? await putBare(digests) : undefined;
    const db = await openIndex();
    const ours = await time(() => putDigests(db, { id: "made" }, digests));
    return { entries: count(digests), ours, ...(bare !== undefined && { bare }) };
  },

  async lookup(ids, times) {
    const db = await openIndex();
    const took: number[] = [];
    let found = 0;
    for (let at = 0; at < times; at++) {
      took.push(
        await time(async () => {
          found = (await lookup(db, ids)).length;
        }),
      );
    }
    return { times: took, found };
  },
};
