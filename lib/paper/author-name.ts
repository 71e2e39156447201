/** Names of people as arXiv's own code takes them apart. Source: arXiv/arxiv-base, arxiv/authors (2026-06). */

/** What belongs to a family name though it stands apart: "van der Maaten". */
const PREFIXES = /^(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)$/iu;
const SUFFIXES = /^(?:I{1,3}|IV|V|Jr\.?|Sr\.?)$/u;

export interface PersonName {
  /** With its prefixes. */
  family: string;
  /** Empty where there is one name only, as that of a collaboration. */
  given: string;
  suffix: string;
}

/** "Laurens van der Maaten Jr." is family "van der Maaten", given "Laurens", suffix "Jr.". */
export function personName(name: string): PersonName {
  const words = name.split(" ");
  let end = words.length;
  while (end > 1 && SUFFIXES.test(words[end - 1] ?? "")) end -= 1;
  let from = end - 1;
  while (from > 1 && PREFIXES.test(words[from - 1] ?? "")) from -= 1;
  const part = (first: number, last?: number) => words.slice(first, last).join(" ");
  return { family: part(from, end), given: part(0, from), suffix: part(end) };
}
