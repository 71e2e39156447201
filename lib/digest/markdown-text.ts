/**
 * Texts in the places that Markdown has for them: written so that neither our reader nor a blog takes them for something
 * else, and read back. The archive writes its texts bare, and so do we if nothing depends on it.
 */

/** Backslashes, and `<` if HTML would see a tag, with the backslashes before it. */
const TAG = /\\+(?:<[a-z/!?])?|<[a-z/!?]/gi;

/** What `TAG` found: the backslashes and, from `<` on, the tag's beginning, which is empty if none follows them. */
function cutTag(found: string): { slashes: string; tag: string } {
  const at = found.indexOf("<");
  return at < 0 ? { slashes: found, tag: "" } : { slashes: found.slice(0, at), tag: found.slice(at) };
}

/**
 * A text without tags: `<script>` becomes `\<script>`, as Markdown has it. `$a<b$` stays, because no `>` follows to make it a tag.
 */
function withoutTags(text: string): string {
  const lastClose = text.lastIndexOf(">");
  return text.replace(TAG, (found, at: number) => {
    const { slashes, tag } = cutTag(found);
    const stays = !tag || (!slashes && at > 0 && at > lastClose);
    return stays ? found : `${slashes}${slashes}\\${tag}`;
  });
}

/** The inverse of `withoutTags`. A number of backslashes that it never writes is meant literally. */
const withTags = (text: string): string =>
  text.replace(TAG, (found) => {
    const { slashes, tag } = cutTag(found);
    return tag && slashes.length % 2 === 1 ? slashes.slice(0, (slashes.length - 1) / 2) + tag : found;
  });

/** How a paragraph must not begin: as a heading, a list, or with the backslash that says so. */
const OPENING = /^(?:#|- |\\)/;

/** A paragraph, written so that it is nothing else. */
export const writeParagraph = (text: string): string => {
  const written = withoutTags(text);
  return OPENING.test(text) ? `\\${written}` : written;
};

/** The inverse of `writeParagraph`. */
export const readParagraph = (line: string): string => withTags(line.replace(/^\\(?=#|- |\\)/, ""));

/** A title, which follows its rank. */
export const writeTitle = withoutTags;

/** The inverse of `writeTitle`. */
export const readTitle = withTags;

/** A name as written in a list: the comma within `Sammy Example, Jr.` does not end the name. */
const writeName = (name: string): string =>
  name.replace(/(?<!\\)(\\*)(, |$)/g, (_found, slashes: string, comma: string) =>
    comma ? `${slashes}${slashes}\\${comma}` : slashes + slashes,
  );

/** Authors, separated by commas. */
export const writeAuthors = (authors: readonly string[]): string =>
  writeParagraph(authors.map(writeName).join(", "));

/** The inverse of `writeAuthors`. */
export function readAuthors(line: string): string[] {
  const names: string[] = [];
  let name = "";
  // Pieces end at commas; an odd number of backslashes before it says that the name goes on.
  for (const piece of readParagraph(line).split(", ")) {
    let slashes = 0;
    while (piece.at(-1 - slashes) === "\\") slashes += 1;
    const bare = piece.slice(0, piece.length - Math.ceil(slashes / 2));
    if (slashes % 2 === 1) name += `${bare}, `;
    else {
      names.push(name + bare);
      name = "";
    }
  }
  return name === "" ? names : [...names, name.slice(0, -2)];
}
