/** What a page asks the index: once for each paper, and again for all of them when the index has changed. */
import type { Badge, PageGroup } from "../messages/messages.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { PageBadges } from "./page-badges.ts";

export interface IndexDoors {
  /** Badges of those ids that are in a digest, in no order. */
  lookup: (ids: PaperId[], group: PageGroup, signal: AbortSignal) => Promise<Badge[]>;
  /**
   * Answers at once what can be answered without a message: called for each lot of entries, as they are parsed. `rest` are
   * the ids that only `lookup` can answer.
   */
  early?: (ids: PaperId[], group: PageGroup) => Promise<{ badges: Badge[]; rest: PaperId[] }>;
  /** One line for the maintainer: nothing of it is shown in the page. */
  report: (line: string) => void;
  /** When it ends, the page is again what arXiv made. */
  signal: AbortSignal;
}

interface Questions {
  /**
   * Asks for those papers that have not been asked for yet.
   *
   * @param isNamed whether the address names them: then `early` does not know them yet
   * @returns settled when all that was asked so far has been answered
   */
  askFor: (ids: readonly PaperId[], isNamed?: boolean) => Promise<unknown>;
  /** All entries are there: asks for what was left open. */
  askLast: () => Promise<void>;
  /** The index has changed: asks for all papers again, as soon as that can be shown. */
  askAgain: () => void;
  /** Asks again if that had to wait. */
  catchUp: () => void;
  /** Whether all entries are there and all answers have come; undefined while some are on their way, false if one failed. */
  isWhole: () => boolean | undefined;
}

/**
 * The questions of one page, whose answers become badges.
 *
 * @param isReading whether a conversation is open: it must not be taken from its reader
 * @param onWhole told when all answers have come, or will not come
 */
export function createQuestions(
  { lookup, early, report, signal }: IndexDoors,
  group: PageGroup,
  badges: PageBadges,
  isReading: () => boolean,
  onWhole: () => void,
): Questions {
  const asked = new Set<PaperId>();
  /** Settled when all questions so far have been answered. */
  let answers: Promise<unknown> | undefined;
  /** Ids that they left open. */
  const open: PaperId[] = [];
  let whole: boolean | undefined;
  let broken = false;
  /** Whether the index changed before all was there, or while a conversation was open. */
  let missed = false;
  let turn = 0;

  const failed = (error: unknown) => {
    if (signal.aborted || broken) return;
    broken = true;
    report(`no badges on this page, since the index did not answer: ${String(error)}`);
  };
  const ask = async (ids: PaperId[]) => {
    if (ids.length > 0) badges.show(await lookup(ids, group, signal));
  };
  const askEarly = async (ids: PaperId[]) => {
    const answer = ids.length > 0 ? await early?.(ids, group) : undefined;
    open.push(...(answer?.rest ?? ids));
    badges.show(answer?.badges ?? []);
  };
  const catchUp = () => {
    if (!missed || whole === undefined || signal.aborted) return; // what has been read so far may be out of date
    const mine = (turn += 1);
    const answered = (all: readonly Badge[]) => {
      if (mine !== turn || signal.aborted || isReading()) return;
      missed = false;
      badges.replace(all, !whole);
      whole = true;
    };
    lookup([...asked], group, signal).then(answered, failed);
  };

  return {
    askFor(ids, isNamed) {
      const unasked = [...new Set(ids).difference(asked)];
      for (const id of unasked) asked.add(id);
      answers = Promise.all([answers, (isNamed ? ask : askEarly)(unasked).catch(failed)]);
      return answers;
    },
    async askLast() {
      await answers;
      await ask(open.splice(0)).catch(failed);
      whole = !broken;
      onWhole();
      catchUp();
    },
    askAgain() {
      missed = true;
      catchUp();
    },
    catchUp,
    isWhole: () => whole,
  };
}
