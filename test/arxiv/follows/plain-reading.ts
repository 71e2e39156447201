/**
 * What is followed on a page, told by a plain loop over its HTML: no document, no selectors, none of the code under test. Slow and simple, for
 * words, names and categories that are plain ASCII.
 */

/** Words, each to begin a word of a title or an abstract; a name, with its first initial; a category. */
export interface PlainFollows {
  words: readonly string[];
  banned: readonly string[];
  authors: readonly string[];
  categories: readonly string[];
}

const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start);
  if (from < 0) return "";
  const to = text.indexOf(end, from + start.length);
  return text.slice(from + start.length, to < 0 ? undefined : to);
};

/** Text of a piece of HTML: without tags, entities as letters, folded. */
function folded(html: string): string {
  let text = "";
  let isTag = false;
  for (const sign of html) {
    if (sign === "<") isTag = true;
    else if (sign === ">") isTag = false;
    else if (!isTag) text += sign;
  }
  const decoded = text
    .split("&#39;")
    .join("'")
    .split("&#34;")
    .join('"')
    .split("&quot;")
    .join('"')
    .split("&lt;")
    .join("<")
    .split("&gt;")
    .join(">")
    .split("&nbsp;")
    .join(" ")
    .split("&amp;")
    .join("&");
  let plain = "";
  for (const sign of decoded.normalize("NFKD").toLowerCase()) {
    if (/\p{M}/u.test(sign)) continue;
    plain += /[\p{L}\p{N}]/u.test(sign) ? sign : " ";
  }
  return ` ${plain
    .split(" ")
    .filter((word) => word !== "")
    .join(" ")}`;
}

/** Entries of a page's HTML, in its order, as the pieces that say title, abstract, authors and subjects. */
function entriesOf(html: string) {
  const isSearch = html.includes('<li class="arxiv-result">');
  const pieces = html.split(isSearch ? '<li class="arxiv-result">' : "<dt>").slice(1);
  return pieces.map((piece) => {
    if (isSearch) {
      const whole = between(piece, '<span class="abstract-full', "</p>");
      return {
        title: between(piece, '<p class="title is-5 mathjax">', "</p>"),
        abstract: whole.slice(whole.indexOf(">") + 1).split('<a class="is-size-7"')[0] ?? "",
        authors: between(piece, '<p class="authors">', "</p>")
          .split("<a ")
          .slice(1)
          .map((link) => between(link, ">", "</a>")),
        categories: between(piece, '<div class="tags is-inline-block">', "</div>")
          .split("data-tooltip=")
          .slice(1)
          .map((tag) => between(tag, ">", "<")),
      };
    }
    const subjects = between(piece, "<div class='list-subjects'>", "</div>");
    return {
      title: between(piece, "Title:</span>", "</div>"),
      abstract: between(piece, "<p class='mathjax'>", "</p>"),
      authors: between(piece, "<div class='list-authors'>", "</div>")
        .split("<a ")
        .slice(1)
        .map((link) => between(link, ">", "</a>")),
      categories: subjects
        .split("(")
        .slice(1)
        .map((part) => part.split(")")[0] ?? ""),
    };
  });
}

/** The places of the entries that are followed. */
export function plainReading(html: string, follows: PlainFollows): number[] {
  const places: number[] = [];
  for (const [place, { title, abstract, authors, categories }] of entriesOf(html).entries()) {
    const text = `${folded(title)}${folded(abstract)}`;
    const has = (word: string) => text.includes(` ${word}`);
    const isAuthor = (name: string) => {
      const [given = "", family = ""] = name.toLowerCase().split(" ");
      return authors.some((author) => {
        const words = folded(author).trim().split(" ");
        return words.length > 1 && words.at(-1) === family && (words[0] === given || words[0] === given[0]);
      });
    };
    if (follows.banned.some(has)) continue;
    if (
      follows.words.some(has) ||
      follows.authors.some(isAuthor) ||
      categories.some((category) => follows.categories.includes(category))
    )
      places.push(place);
  }
  return places;
}
