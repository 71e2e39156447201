/** The papers that a text names: what you select on a page, or type to find a paper that you know. */
import { linkedPaper } from "./linked-paper.ts";
import { type PaperId, parsePaperId } from "./paper-id.ts";

/** What stands between two names of papers, in any script. */
const BETWEEN = /[\s<>()[\]{}"'`“”‘’«»「」『』（）【】,;、，；。]+/u;
/** Marks of a sentence that may come right after a name. */
const STOPS = ".:!?…";
/** More of a text than this is not looked at: a selection may be a whole page. */
const LONGEST = 100_000;

/**
 * Its ids (`2108.04840`, `arXiv:2108.04840v2`, `hep-th/9901001`) and addresses of papers (with or without `https://`, and arXiv's DOIs), each
 * paper once, in their order.
 */
export function papersIn(text: string): PaperId[] {
  const found = text
    .slice(0, LONGEST)
    .split(BETWEEN)
    .flatMap((word) => paperNamed(word) ?? []);
  return [...new Set(found)];
}

function paperNamed(word: string): PaperId | undefined {
  const name = withoutStops(word).replace(/^doi:/iu, "");
  if (!/\d{4}/u.test(name)) return undefined; // as every name of a paper has; most words do not
  return (
    parsePaperId(name)?.id ??
    linkedPaper(name) ??
    linkedPaper(`https://${name}`) ??
    linkedPaper(`https://doi.org/${name}`)
  );
}

function withoutStops(word: string): string {
  let end = word.length;
  while (end > 0 && STOPS.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}
