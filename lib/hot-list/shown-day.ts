/** A digest as the hot list shows it: its entries with their bars, and what is to be said of all of them. */
import type { Digest, Entry } from "../digest/digest.ts";
import { heatOf } from "../digest/heat.ts";

export interface ShownPaper extends Entry {
  /** 1 to 5 bars, 0 where heat cannot be told. */
  heat: number;
}

export interface ShownDay {
  date: string;
  /** In order of rank; empty for an empty digest. */
  papers: ShownPaper[];
  /** The last day on which one of the figures was counted, `YYYY-MM-DD`; absent where no digest says. */
  counted?: string;
  /** True where the index has neither an abstract nor the text of a post of this day. */
  factsOnly: boolean;
}

export function shownDay({ date, papers }: Digest): ShownDay {
  const counted = papers
    .flatMap(({ counts }) => counts.map(({ at }) => at ?? ""))
    .toSorted()
    .at(-1)
    ?.slice(0, 10);
  return {
    date,
    papers: papers
      .map((entry) => ({ ...entry, heat: heatOf(entry.counts, date) }))
      .toSorted((a, b) => a.rank - b.rank),
    ...(counted && { counted }),
    factsOnly: papers.every(
      ({ abstract, posts }) => abstract === undefined && posts.every(({ text }) => text === undefined),
    ),
  };
}
