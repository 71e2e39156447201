/** Which paper a link means, in all the forms that people share. */
import { parsePaperId } from "../paper/paper-id.ts";
import type { PaperId } from "../paper/paper-id.ts";

/** Hosts with the first parts of those of their paths that name a paper. A leading `www.` is ignored. */
const HOSTS: Record<string, readonly string[]> = {
  "arxiv.org": ["abs", "pdf", "html", "format", "ps", "src", "e-print"],
  "export.arxiv.org": ["abs", "pdf", "html", "format", "ps", "src", "e-print"],
  "browse.arxiv.org": ["abs", "pdf", "html", "format"],
  "alphaxiv.org": ["abs", "pdf", "html", "overview"],
  "hf.co": ["papers"],
  "huggingface.co": ["papers"],
  "doi.org": ["10.48550"],
  "dx.doi.org": ["10.48550"],
};

/** Old ids have a slash inside (`hep-th/9711200`), and behind an id there may be more of a path: try both lengths. */
function paperAt(parts: readonly string[]): PaperId | undefined {
  const [first = "", second = ""] = parts;
  return (parsePaperId(first) ?? parsePaperId(`${first}/${second}`))?.id;
}

/**
 * The paper that an address leads to, or undefined. Takes abs, pdf, html and format pages of arxiv.org, www. and export.,
 * alphaxiv.org, hf.co and huggingface.co papers, and arXiv's DOIs; versions, queries and fragments do not matter.
 */
export function linkedPaper(address: string): PaperId | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const places = HOSTS[url.hostname.replace(/^www\./, "")];
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  const [place = "", ...rest] = path.split("/").filter((part) => part !== "");
  if (!places?.includes(place.toLowerCase())) return undefined;
  if (place !== "10.48550") return paperAt(rest);
  // Only arXiv's own DOIs under that prefix begin so.
  const [first = "", ...more] = rest;
  return /^arxiv\./i.test(first) ? paperAt([first.slice("arxiv.".length), ...more]) : undefined;
}
