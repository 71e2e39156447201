/** What the digests had at the reader's previous visit: it tells what is new. */
import type { Digest } from "../../digest/digest.ts";
import type { DayRange } from "../period.ts";
import type { Visit } from "../visit.ts";

interface LastVisitSources {
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<readonly Digest[]>;
  /** What the digests had at the visit before this one; also notes this one. */
  look: (seen: Visit) => Promise<Visit | undefined>;
  /** Called when the previous visit has become known. */
  onBefore: () => void;
}

export interface LastVisit {
  /** Absent at the first visit, and until it is known. */
  before: () => Visit | undefined;
  /** A list is on show, and this is the day of the newest digest. */
  shown: (newest: string) => void;
  indexChanged: () => void;
}

export function createLastVisit({ readDigests, look, onBefore }: LastVisitSources): LastVisit {
  let before: Visit | undefined;
  let looked: string | undefined;

  /** The papers of the newest day are what the next visit compares with. */
  async function note(newest: string) {
    const [digest] = await readDigests([{ from: newest, to: newest }], false);
    before = await look({ day: newest, ids: digest?.papers.map(({ id }) => id) ?? [] });
    onBefore();
  }

  return {
    before: () => before,
    shown(newest) {
      if (looked === newest) return;
      looked = newest;
      note(newest).catch(() => undefined); // nothing is new then, and everything is shown
    },
    indexChanged() {
      looked = undefined;
    },
  };
}
