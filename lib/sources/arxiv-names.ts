/**
 * What papers are called, from arXiv's API: https://info.arxiv.org/help/api/user-manual.html, answered as Atom. One request
 * for 100 papers. It sends no CORS header since November 2025, so a browser needs arXiv's host permission for it.
 */
import { parsePaperId } from "../paper/paper-id.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Outside } from "./outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import type { Names } from "./talk.ts";
import { childrenOf, parseXml, textOf } from "../markup/tree.ts";
import type { MarkupElement } from "../markup/tree.ts";

/** The API takes more, but the address grows by 11 letters a paper. */
const AT_ONCE = 100;

/** `http://arxiv.org/abs/1706.03762v7`; an id that arXiv does not know is an entry `http://arxiv.org/api/errors#…`. */
function idOf(entry: MarkupElement): PaperId | undefined {
  const id = textOf(entry, "id") ?? "";
  return parsePaperId(id.replace(/^.*\/abs\//, ""))?.id;
}

function namesOf(entry: MarkupElement): Names | undefined {
  const title = fold(textOf(entry, "title") ?? "");
  if (title === "") return undefined;
  const categories = childrenOf(entry, "category").map(({ attributes }) => attributes["term"] ?? "");
  const [primary] = childrenOf(entry, "arxiv:primary_category").map(
    ({ attributes }) => attributes["term"] ?? "",
  );
  const abstract = foldAbstract(textOf(entry, "summary") ?? "");
  return {
    title,
    authors: childrenOf(entry, "author").map((author) => fold(textOf(author, "name") ?? "")),
    categories: [...new Set([primary ?? "", ...categories])].filter((name) =>
      /^[a-z-]+(\.[A-Za-z-]+)?$/.test(name),
    ),
    ...(abstract !== "" && { abstract }),
  };
}

/** The names in one answer of the API. Throws `SourceError` where it is no whole Atom feed. */
export function readNames(xml: string, url: string): Map<PaperId, Names> {
  const feed = parseXml(xml);
  if (feed?.name !== "feed") throw new SourceError("unreadable", url, "is no whole Atom feed");
  const names = new Map<PaperId, Names>();
  for (const entry of childrenOf(feed, "entry")) {
    const id = idOf(entry);
    const found = id && namesOf(entry);
    if (id && found) names.set(id, found);
  }
  return names;
}

/** The names of these papers. One that arXiv does not know is missing among the facts: a link that leads nowhere. */
export const askNames = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivApi">,
  ids: readonly PaperId[],
  options: RequestOptions = {},
): Promise<Answer<Map<PaperId, Names>>> =>
  answer(outside, async () => {
    const facts = new Map<PaperId, Names>();
    const notes: string[] = [];
    let at = outside.now();
    let complete = true;
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const url = `${addresses.arxivApi}/api/query?id_list=${some.join(",")}&max_results=${some.length}`;
      try {
        const reply = await request(outside, url, { accept: "application/atom+xml, */*", ...options });
        for (const [id, names] of readNames(reply.text, url)) facts.set(id, names);
        at = reply.at;
      } catch (error) {
        if (!(error instanceof SourceError) || facts.size === 0) throw error;
        complete = false;
        notes.push(`${ids.length - start} papers were not named: ${error.message}`);
        break;
      }
    }
    return { at, complete, notes, facts };
  });
