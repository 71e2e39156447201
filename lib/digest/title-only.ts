/** Whether a post says something in its own words, or only gives the paper's title and links. */

/** What people put around a title without saying anything: labels of links, the site's name, "by", "new paper". */
const LABELS = new Set(
  "abs pdf arxiv github project page paper code link html https http via by the a new et al cs lg cv cl ai ml stat".split(
    " ",
  ),
);

const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * True where nothing is left of a post but its paper's title once links, mentions, hashtags, labels and authors' names are
 * taken away. A title that the post cut short counts as the title.
 *
 * @param text the post's plain text
 */
export function isTitleOnly(text: string, title: string, authors: readonly string[]): boolean {
  const bare = text
    .replace(/https?:\/\/\S+|pic\.twitter\.com\/\S+|[\w.-]+\.\w+\/\S*|[@#]\S+/gu, " ")
    .replace(/\[[^\]]*\]/gu, " "); // "[cs.CV]", "[pdf]"
  const known = new Set([...words(title), ...authors.flatMap(words), ...LABELS]);
  const own = words(bare).filter((word) => !known.has(word));
  const repeats = words(title).filter((word) => bare.toLowerCase().includes(word)).length;
  return own.length === 0 || (own.length <= 1 && repeats >= 4);
}
