/** Which paper an item of a feed is about: its address says so, or its text names one and no other. */
import { linkedPaper } from "../../paper/linked-paper.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { FeedItem } from "./feed-item.ts";
import type { ItemText } from "./item-text.ts";

const ADDRESS = /https?:\/\/[^\s"'<>()[\]]{1,300}/gu;
/** `arXiv:2401.00001v2`, `arXiv: hep-th/9711200`. */
const NAMED = /\barxiv: ?([\w./-]{9,40})/giu;
/** What feeds of libraries write before an id. */
const PREFIX = /^oai:arxiv\.org:/iu;

/** Without the full stop of a sentence that ends with it. */
const withoutStop = (text: string) => (text.endsWith(".") ? text.slice(0, -1) : text);

/** The paper that an item is about, by where it leads or what it calls itself. */
export function paperByAddress({ addresses }: FeedItem): PaperId | undefined {
  for (const address of addresses) {
    const id = linkedPaper(address) ?? parsePaperId(address.replace(PREFIX, ""))?.id;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The one paper that the words and links of an item name; a text with several is about none of them. */
export function paperInText({ title }: FeedItem, { lines, links }: ItemText): PaperId | undefined {
  const found = new Set(links.flatMap((link) => linkedPaper(link) ?? []));
  for (const line of [title, ...lines]) {
    for (const [address] of line.matchAll(ADDRESS)) {
      const id = linkedPaper(withoutStop(address));
      if (id !== undefined) found.add(id);
    }
    for (const [, name = ""] of line.matchAll(NAMED)) {
      const id = parsePaperId(withoutStop(name))?.id;
      if (id !== undefined) found.add(id);
    }
  }
  const [id] = found;
  return found.size === 1 ? id : undefined;
}
