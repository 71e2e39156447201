/** Limits on what comes from outside. A digest of the archive has at most 30 papers and 72 kB. */

/** Bytes of one file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_PAPERS = 2000;
export const MAX_POSTS = 50;
/** arXiv's largest collaborations name some 3,000 people. */
export const MAX_AUTHORS = 5000;
export const MAX_CATEGORIES = 50;
/** Counts are kept in 32 bits in the index; no network reports more. */
export const MAX_COUNT = 2 ** 31 - 1;
/** Characters of a title, a name, an address. */
export const MAX_LINE = 2000;
/** Characters of an abstract or of a post's text. */
export const MAX_TEXT = 20_000;
/** Characters of a digest's front matter. */
export const MAX_HEAD = 64 * 1024;
/** Characters of a post in HTML: a text of quotation marks is six times as long when it is escaped. */
export const MAX_POST_HTML = 8 * MAX_TEXT;
/** Tags of a post, line breaks apart: parsers get slow if thousands are nested. */
export const MAX_POST_TAGS = 1000;
