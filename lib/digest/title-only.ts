/** Whether a post says something in its own words, or only gives the paper's title and links. */

/** What people put around a title without saying anything: labels of links, the site's name, "by", "new paper". */
const LABELS = new Set(
  (
    "abs pdf arxiv github project page paper code link html https http via by the a new et al cs lg cv cl ai ml stat " +
    "video videos demo demos web webpage website site colab samples dataset slides preprint our"
  ).split(" "),
);
const YEAR = /^(?:19|20)\d\d$/;
/** Links, also without their scheme; `arXiv:2101.00863v1`; mentions and hashtags; `[cs.CV]`. */
const NO_WORDS =
  /https?:\/\/\S+|pic\.twitter\.com\/\S+|[\w.-]{1,60}\.\w{1,20}\/\S*|arxiv:\s?[\w./-]+|[@#]\S+|\[[^\][]{0,60}\]/giu;
/** Scripts that set no spaces between words, so that one "word" is a whole sentence. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
/** From this share of the title's words on, a word that is not the title's is a slip or the end of a title cut short. */
const NEARLY_ALL = 0.75;

const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * True where nothing is left of a post but its paper's title once links, mentions, hashtags, labels, years and authors' names
 * are taken away. A title that the post cut short or misspelt by one word counts as the title. A post without any words, a
 * bare link for instance, has no own ones either.
 *
 * @param text the post's plain text
 */
export function isTitleOnly(text: string, title: string, authors: readonly string[]): boolean {
  const said = words(text.replace(NO_WORDS, " "));
  const inTitle = words(title);
  const ofTitle = new Set(inTitle);
  let own = said.filter((word) => !ofTitle.has(word) && !LABELS.has(word) && !YEAR.test(word));
  if (own.length === 0) return true;
  const names = new Set(words(authors.join(" ")));
  own = own.filter((word) => !names.has(word));
  if (own.length === 0) return true;
  if (own.length > 1 || own.some((word) => WITHOUT_SPACES.test(word))) return false;
  const repeated = inTitle.filter((word) => said.includes(word)).length;
  return repeated >= 3 && repeated >= NEARLY_ALL * inTitle.length;
}
