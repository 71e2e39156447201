/** Links of authors, which carry a search. */
import { archiveOf } from "./categories.ts";
import { type Html, markup } from "./markup.ts";
import type { Paper } from "./papers.ts";

/** "Noah A. Smith" is searched as `Smith,+N+A`. */
function query(name: string): string {
  const names = name.split(" ");
  const last = names.pop() ?? name;
  return [`${last},`, ...names.map((first) => first.charAt(0))].join("+");
}

/** The authors as arXiv's lists and abstract pages print them; `rel` is there on abstract pages only. */
export const authorLinks = (paper: Paper, rel?: "nofollow"): Html => markup`${authorList(paper, rel)}`;

/** The same, one by one: each begins with what parts it from the one before. */
export function authorList({ authors, categories }: Paper, rel?: "nofollow"): Html[] {
  const archive = archiveOf(categories[0]);
  return authors.map(
    (name, at) =>
      markup`${at > 0 && ", "}<a href="https://arxiv.org/search/${archive}?searchtype=author&amp;query=${query(name)}"${rel && markup` rel="${rel}"`}>${name}</a>`,
  );
}
