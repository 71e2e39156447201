/** Digests of long periods, kept while a page is open: reading all of them takes longer than anything done with them. */
import type { Digest } from "../../digest/digest.ts";
import type { DayRange } from "../period.ts";

type ReadDigests = (ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>;

export interface DigestCache {
  read: ReadDigests;
  /** The reader is about to choose a period: the facts of all digests are read meanwhile. */
  prepare: () => void;
  /** The index changed. */
  forget: () => void;
}

const EVERYTHING: DayRange = { from: "0000-01-01", to: "9999-12-31" };

/** @param read reads from the index */
export function createDigestCache(read: ReadDigests): DigestCache {
  let all: Promise<Digest[]> | undefined;

  function prepare() {
    if (all) return;
    const reading = read([EVERYTHING], false);
    all = reading;
    // A caller that needs them reads again, and is told then.
    reading.catch(() => {
      if (all === reading) all = undefined;
    });
  }

  return {
    async read(ranges, words) {
      if (words || !all) return read(ranges, words);
      return (await all).filter(({ date }) => ranges.some(({ from, to }) => from <= date && date <= to));
    },
    prepare,
    forget() {
      all = undefined;
    },
  };
}
