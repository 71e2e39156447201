/** Whether a post says something in its own words, or only gives the paper's title and links. */

/** What people put around a title without saying anything: labels of links, the site's name, "by", "new paper". */
const LABELS = new Set(
  (
    "abs pdf arxiv github project page paper code link html https http via by the a new et al cs lg cv cl ai ml stat " +
    "video videos demo demos web webpage website site colab samples dataset slides preprint our"
  ).split(" "),
);
const YEAR = /^(?:19|20)\d\d$/;
/** `arXiv:2101.00863v1`, `[cs.CV]`. */
const NO_WORDS = /arxiv:\s?[\w./-]+|\[[^\][]*\]/giu;
/** What is in brackets is a category, or a word or two; longer ones are the writer's own. */
const LONGEST_IN_BRACKETS = 60;
/** The beginning of a link with its scheme, of a mention or of a hashtag: it goes on to the next blank. */
const LINK = /https?:\/\/\S|[@#]\S/iu;
/** The end of a host's name, which precedes a link's first slash. */
const HOST_END = /\.\w{1,20}$/u;
const IN_HOST = /[\w.-]/u;
/** Characters of a host's name. */
const LONGEST_HOST = 80;
/** Scripts that set no spaces between words, so that one "word" is a whole sentence. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
/** From this share of the title's words on, a word that is not the title's is a slip or the end of a title cut short. */
const NEARLY_ALL = 0.75;

const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where a link without its scheme begins in a piece of text without blanks: `example.org/page`. -1 if none does. */
function bareLink(piece: string): number {
  for (let slash = piece.indexOf("/"); slash >= 0; slash = piece.indexOf("/", slash + 1)) {
    if (!HOST_END.test(piece.slice(Math.max(0, slash - 21), slash))) continue;
    let start = slash;
    const least = Math.max(0, slash - LONGEST_HOST);
    while (start > least && IN_HOST.test(piece.charAt(start - 1))) start -= 1;
    if (piece.charAt(start) !== "." || piece.lastIndexOf(".", slash) > start) return start;
  }
  return -1;
}

/** A text without its links (also those without a scheme), mentions, hashtags, and words in brackets. */
function withoutLinks(text: string): string {
  const pieces = text.split(/(\s+)/u).map((piece) => {
    const starts = [LINK.exec(piece)?.index ?? -1, bareLink(piece)].filter((at) => at >= 0);
    return starts.length === 0 ? piece : `${piece.slice(0, Math.min(...starts))} `;
  });
  return pieces
    .join("")
    .replace(NO_WORDS, (found) =>
      found.startsWith("[") && found.length > LONGEST_IN_BRACKETS + 2 ? found : " ",
    );
}

/**
 * True if nothing is left of a post but its paper's title after links, mentions, hashtags, labels, years and authors' names
 * are taken away. A title that the post cut short or misspelt by one word counts as the title. A post without any words, a
 * bare link for instance, has none of its own either.
 *
 * @param text the post's plain text
 */
export function isTitleOnly(text: string, title: string, authors: readonly string[]): boolean {
  const said = words(withoutLinks(text));
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
