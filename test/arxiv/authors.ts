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
export function authorLinks({ authors, categories }: Paper, rel?: "nofollow"): Html {
  const archive = archiveOf(categories[0]);
  const links = authors.map(
    (name, at) =>
      markup`${at > 0 && ", "}<a href="https://arxiv.org/search/${archive}?searchtype=author&amp;query=${query(name)}"${rel && markup` rel="${rel}"`}>${name}</a>`,
  );
  return markup`${links}`;
}
