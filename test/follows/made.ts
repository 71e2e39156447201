/** Made follows and papers for tests. */
import type { Follow } from "../../lib/follows/follow.ts";
import type { Readable } from "../../lib/follows/matcher.ts";

export const words = (text: string): Follow => ({ kind: "words", text });
export const author = (text: string): Follow => ({ kind: "author", text });
export const category = (text: string): Follow => ({ kind: "category", text });

/** A paper as a list has it. */
export const paper = ({
  title = "A Paper About Something",
  abstract = "",
  authors = ["Ada One", "Bo Two"] as readonly string[],
  categories = ["cs.LG"] as readonly string[],
} = {}): Readable => ({
  text: `${title}\n${abstract}`,
  names: authors.join(", "),
  authors: () => authors,
  categories,
});
