/** Words of papers in long lists: such a list is read without them, and they come for those papers that are on show. */
import type { Digest, Entry } from "../../digest/digest.ts";
import type { DayRange } from "../period.ts";
import type { ShownPaper } from "../shown-paper.ts";

export interface ListTexts {
  /** Reads the words of these papers' days, each day once. */
  want: (papers: readonly ShownPaper[]) => void;
  /** The papers with the words that have come; the same array if none of them has any. */
  add: (papers: readonly ShownPaper[]) => readonly ShownPaper[];
  /** The papers with all words that the index has of them, whether or not they were on show. Fails if it cannot be read. */
  addAll: (papers: readonly ShownPaper[]) => Promise<readonly ShownPaper[]>;
  /** Another list, or another state of the index. */
  forget: () => void;
}

const keyOf = (date: string, id: string) => `${date} ${id}`;
const hasFullTexts = ({ abstract, posts }: Entry) =>
  abstract !== undefined || posts.some(({ text }) => text !== undefined);

/** @param onFullTexts called when words have come */
export function createListTexts(
  readDigests: (ranges: readonly DayRange[], words: boolean) => Promise<Digest[]>,
  onFullTexts: () => void,
): ListTexts {
  let asked = new Set<string>();
  let known = new Map<string, Entry>();

  /** Adds the words of some days to those that are known. */
  async function read(days: readonly string[], into: Map<string, Entry>) {
    const digests = await readDigests(
      days.map((day) => ({ from: day, to: day })),
      true,
    );
    for (const { date, papers } of digests)
      for (const entry of papers) if (hasFullTexts(entry)) into.set(keyOf(date, entry.id), entry);
  }

  async function readWanted(days: readonly string[]) {
    const of = known;
    const before = of.size;
    await read(days, of);
    if (of === known && of.size > before) onFullTexts();
  }

  return {
    want(papers) {
      const days = daysOf(papers).filter((day) => !asked.has(day));
      for (const day of days) asked.add(day);
      // Without them the list is as it was; if the index does not answer, the next reading of the list says why.
      if (days.length > 0) readWanted(days).catch(() => undefined);
    },
    add: (papers) => withFullTexts(papers, known),
    async addAll(papers) {
      const all = new Map<string, Entry>();
      await read(daysOf(papers), all);
      return withFullTexts(papers, all);
    },
    forget() {
      asked = new Set();
      known = new Map();
    },
  };
}

const daysOf = (papers: readonly ShownPaper[]) => [...new Set(papers.map(({ date }) => date))];

function withFullTexts(
  papers: readonly ShownPaper[],
  known: ReadonlyMap<string, Entry>,
): readonly ShownPaper[] {
  if (known.size === 0) return papers;
  return papers.map((paper) => {
    const entry = hasFullTexts(paper) ? undefined : known.get(keyOf(paper.date, paper.id));
    if (!entry) return paper;
    const { abstract, posts } = entry;
    return { ...paper, ...(abstract !== undefined && { abstract }), posts };
  });
}
