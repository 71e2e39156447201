/**
 * What papers are called, from arXiv's API: https://info.arxiv.org/help/api/user-manual.html, answered as Atom. One request
 * for 100 papers. It has sent no CORS header since November 2025, so a browser needs arXiv's host permission for it.
 */
import { tidyAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Outside } from "../../net/outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import type { Names } from "./talk.ts";
import { childrenOf, parseXml, textOf } from "../../net/markup-tree.ts";
import type { MarkupElement } from "../../net/markup-tree.ts";

/** This many papers in one question. The API takes more, but the address grows by 11 letters a paper. */
export const NAMED_AT_ONCE = 100;

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
    authors: tidyAuthors(childrenOf(entry, "author").map((author) => textOf(author, "name") ?? "")),
    categories: [...new Set([primary ?? "", ...categories])].filter((name) =>
      /^[a-z-]+(\.[A-Za-z-]+)?$/.test(name),
    ),
    ...(abstract !== "" && { abstract }),
  };
}

/** The names in one answer of the API, and how many entries it has, of any kind. Throws `SourceError` if it is not a whole Atom feed. */
export function readNames(xml: string, url: string): { names: Map<PaperId, Names>; entries: number } {
  const feed = parseXml(xml);
  if (feed?.name !== "feed") throw new SourceError("unreadable", url, "is no whole Atom feed");
  const names = new Map<PaperId, Names>();
  const entries = childrenOf(feed, "entry");
  for (const entry of entries) {
    const id = idOf(entry);
    const found = id && namesOf(entry);
    if (id && found) names.set(id, found);
  }
  return { names, entries: entries.length };
}

export interface NamesOptions extends RequestOptions {
  /** This many requests at most: a batch that arXiv refuses is asked again in halves. */
  most?: number;
}

/** One bad id among 100 is found in 15 requests; if arXiv refuses everything, it is not asked hundreds of times. */
const MOST_REQUESTS = 40;

/** The names of these papers, at most `NAMED_AT_ONCE`, in one request. Throws `SourceError`. */
async function askBatch(
  outside: Outside,
  base: string,
  ids: readonly PaperId[],
  options: RequestOptions,
): Promise<{ names: Map<PaperId, Names>; at: number }> {
  const url = `${base}/api/query?id_list=${ids.join(",")}&max_results=${ids.length}`;
  const reply = await request(outside, url, { accept: "application/atom+xml, */*", ...options });
  const { names, entries } = readNames(reply.text, url);
  // An unknown id is an entry too, of its own form. No entries for several ids are not an answer about them.
  if (entries === 0 && ids.length > 1) {
    throw new SourceError("unreadable", url, `answered with nothing about ${ids.length} papers`);
  }
  return { names, at: reply.at };
}

/** Halves of a batch that was refused: the one bad id in it should cost only itself. */
const halvesOf = (ids: readonly PaperId[]): (readonly PaperId[])[] => {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)];
};

/**
 * The names of these papers. One that arXiv does not know is missing among the facts: a link that leads nowhere. An id that arXiv
 * refuses (400, and with it all that are asked for beside it) is found by halving and costs only itself.
 */
export const askNames = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivApi">,
  ids: readonly PaperId[],
  { most = MOST_REQUESTS, ...options }: NamesOptions = {},
): Promise<Answer<Map<PaperId, Names>>> =>
  answer(outside, async () => {
    const facts = new Map<PaperId, Names>();
    const refused: PaperId[] = [];
    const batches: (readonly PaperId[])[] = [];
    for (let start = 0; start < ids.length; start += NAMED_AT_ONCE)
      batches.push(ids.slice(start, start + NAMED_AT_ONCE));
    let at: number | undefined;
    let failure: SourceError | undefined;
    for (let turn = 0; turn < most && batches.length > 0; turn++) {
      const [batch = []] = batches;
      try {
        const reply = await askBatch(outside, addresses.arxivApi, batch, options);
        for (const [id, names] of reply.names) facts.set(id, names);
        at = reply.at;
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        failure = error;
        if (error.status !== 400) break;
        if (batch.length === 1) refused.push(...batch);
        else batches.push(...halvesOf(batch));
      }
      batches.shift();
    }
    const unnamed = batches.flat().length;
    if (failure && at === undefined && (unnamed > 0 || refused.length > 1)) throw failure;
    return {
      at: at ?? outside.now(),
      complete: unnamed === 0,
      notes: [
        ...(unnamed > 0 ? [`${unnamed} papers were not named: ${failure?.message ?? "too many"}`] : []),
        ...(refused.length > 0 ? [`arXiv refuses ${refused.join(", ")}`] : []),
      ],
      facts,
    };
  });
