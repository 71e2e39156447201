/** Which paper a link means, in all the forms that people share. */
import { parsePaperId } from "./paper-id.ts";
import type { PaperId } from "./paper-id.ts";

/** Hosts, each with the first parts of its paths that name a paper. A leading `www.` is ignored. */
const HOSTS = new Map<string, readonly string[]>(
  Object.entries({
    "arxiv.org": ["abs", "pdf", "html", "format", "ps", "src", "e-print", "ftp"],
    "export.arxiv.org": ["abs", "pdf", "html", "format", "ps", "src", "e-print"],
    "browse.arxiv.org": ["abs", "pdf", "html", "format"],
    "ar5iv.labs.arxiv.org": ["html", "abs", "pdf"],
    "ar5iv.org": ["html", "abs", "pdf"],
    "alphaxiv.org": ["abs", "pdf", "html", "overview"],
    "hf.co": ["papers"],
    "huggingface.co": ["papers"],
    "papers.cool": ["arxiv"],
    "scirate.com": ["arxiv"],
    "semanticscholar.org": ["arxiv"],
    "doi.org": ["10.48550"],
    "dx.doi.org": ["10.48550"],
  }),
);

/** The same as match patterns of the extension API: some addresses that they match name no paper. */
export const linkPatterns = (): string[] =>
  [...HOSTS].flatMap(([host, places]) =>
    places.flatMap((place) => [
      `*://*.${host}/${place}/*`,
      ...(host === WITH_LANGUAGES ? [`*://*.${host}/*/${place}/*`] : []),
    ]),
  );

/** Its paths may begin with a language. */
const WITH_LANGUAGES = "alphaxiv.org";

/** The hosts above, in either case; DOIs by their prefix. `xiv` is in arXiv as in alphaXiv. */
const MENTION = /xiv|ar5iv|hf\.co|huggingface\.co|papers\.cool|scirate|semanticscholar|10\.48550/i;

/** Whether a text may have a link to a paper in it: a quick look before it is read. True also for many that have none. */
export const mayLinkPaper = (text: string): boolean => MENTION.test(text);

/** Old ids have a slash inside (`hep-th/9711200`), and after an id there may be more of a path: try both lengths. */
function paperAt(parts: readonly string[]): PaperId | undefined {
  const [first = "", second = ""] = parts;
  return (parsePaperId(first) ?? parsePaperId(`${first}/${second}`))?.id;
}

/** What comes after `/ftp`: `arxiv/papers/2108/2108.04840.pdf`, `hep-th/papers/9901/9901001.pdf`. */
function filedPaper([archive = "", papers, , file = ""]: readonly string[]): PaperId | undefined {
  if (papers !== "papers") return undefined;
  return paperAt(archive === "arxiv" ? [file] : [archive, file]);
}

/** `zh`, `pt-BR`: alphaXiv's pages in other languages. */
const LANGUAGE = /^[a-z]{2}(?:-[a-z]{2,4})?$/i;

/**
 * The paper that an address leads to, or undefined. Takes abs, pdf, html and format pages of arxiv.org, www. and export.,
 * its files under /ftp, ar5iv, alphaxiv.org in any language, hf.co and huggingface.co papers, papers.cool, SciRate, Semantic Scholar by arXiv id, and arXiv's DOIs;
 * versions, queries and fragments do not matter.
 */
export function linkedPaper(address: string): PaperId | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const places = HOSTS.get(host);
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  const parts = path.split("/").filter((part) => part !== "");
  if (host === WITH_LANGUAGES && LANGUAGE.test(parts[0] ?? "")) parts.shift();
  const [place = "", ...rest] = parts;
  if (!places?.includes(place.toLowerCase())) return undefined;
  if (place.toLowerCase() === "ftp") return filedPaper(rest);
  if (place !== "10.48550") return paperAt(rest);
  // Only arXiv's own DOIs under that prefix begin so.
  const [first = "", ...more] = rest;
  return /^arxiv\./i.test(first) ? paperAt([first.slice("arxiv.".length), ...more]) : undefined;
}
