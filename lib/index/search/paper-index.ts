/**
 * Finding papers by words: title, authors, abstract, what posts say and who wrote them; or by ids and addresses.
 *
 * Looking through the whole archive's folded texts (5 MB) takes 2 to 25 ms with every key. Indexes were tried on the same
 * texts: MiniSearch 7.2 is built in 5 s and takes up to 300 ms for three letters, FlexSearch 0.8 is built in 13 s. So exact
 * words are looked up in the texts, and uFuzzy (near.ts), made for short lines, forgives a typo in titles and names.
 */
import type { Digest } from "../../digest/digest.ts";
import { searchWords } from "../../paper/keywords.ts";
import { comparable } from "../../paper/comparable.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { papersIn } from "../../paper/papers-in.ts";

export interface PaperIndex {
  /**
   * The papers that have all of these words, or words that begin with them. If none has, those whose titles or names have
   * them except for one letter in each. A text that names papers finds these alone; one without any word finds nothing.
   */
  find: (text: string) => PaperId[];
}

/** With all that is known of it, whatever number of digests it is in. */
interface IndexedPaper {
  id: PaperId;
  text: string;
}

/** The places of the lines that have these words, typos aside. */
export type Near = (lines: string[], words: string) => readonly number[];

/** @param near absent if only exact words are looked for */
export function createPaperIndex(digests: readonly Digest[], near?: Near): PaperIndex {
  const byPaper = Map.groupBy(
    digests.flatMap(({ papers }) => papers),
    ({ id }) => id,
  );
  const papers = [...byPaper].map(([id, entries]): IndexedPaper => {
    const words = entries.flatMap(({ title, authors, abstract = "", posts }) => [
      title,
      ...authors,
      abstract,
      ...posts.flatMap(({ author, text = "" }) => [author.name, author.handle, text]),
    ]);
    return { id, text: comparable(words.join("\n")) };
  });
  let names: string[] | undefined;
  const namesOf = () =>
    (names ??= [...byPaper.values()].map(([first]) =>
      first ? comparable([first.title, ...first.authors].join("\n")) : "",
    ));

  return {
    find(text) {
      const named = new Set(papersIn(text));
      if (named.size > 0) return papers.flatMap(({ id }) => (named.has(id) ? id : []));
      const words = searchWords(text);
      if (words.length === 0) return [];
      const exact = papers.filter((paper) => words.every((word) => paper.text.includes(word)));
      if (exact.length > 0) return exact.map(({ id }) => id);
      return near?.(namesOf(), words.join("")).flatMap((at) => papers[at]?.id ?? []) ?? [];
    },
  };
}
