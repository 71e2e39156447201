/**
 * arXiv's page of new papers in a category (https://arxiv.org/list/cs.LG/new): the only place that says which day its list
 * is of. Used to confirm the day, nothing else. robots.txt allows /list.
 */
import { Parser } from "htmlparser2";
import { readPostDay } from "../digest/dates.ts";
import { parsePaperId } from "../paper/paper-id.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Outside } from "./outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";

export interface ArxivList {
  /** The day that the list says it is of, `YYYY-MM-DD`. */
  date: string;
  /** Its new papers; cross-lists and replacements are not among them. */
  newIds: PaperId[];
}

/** `Showing new listings for Friday, 20 November 2026` as `2026-11-20`; undefined for any other text. */
export function listDate(heading: string): string | undefined {
  const found = /new listings for \w+, (\d{1,2}) (\w+) (\d{4})/i.exec(heading);
  return found ? readPostDay(`${found[2]} ${found[1]}, ${found[3]}`) : undefined;
}

/** Reads the page. Throws `SourceError` where it does not say its day. */
export function readList(html: string, url: string): ArxivList {
  let date: string | undefined;
  let section = "";
  let heading: string | undefined;
  const newIds: PaperId[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "h3") heading = "";
      if (name !== "a" || !/^new submissions/i.test(section)) return;
      const path = /^(?:https:\/\/arxiv\.org)?\/abs\/(.+)$/.exec(attributes["href"] ?? "");
      const id = attributes["title"] === "Abstract" && path ? parsePaperId(path[1]!)?.id : undefined;
      if (id) newIds.push(id);
    },
    ontext(text) {
      if (heading !== undefined) heading += text;
    },
    onclosetag(name) {
      if (name !== "h3" || heading === undefined) return;
      section = heading.trim();
      date ??= listDate(section);
      heading = undefined;
    },
  });
  parser.end(html);
  if (date === undefined) throw new SourceError("unreadable", url, "does not say which day its list is of");
  return { date, newIds };
}

/** The newest list of one category. */
export const askList = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivList">,
  category: string,
  options: RequestOptions = {},
): Promise<Answer<ArxivList>> =>
  answer(outside, async () => {
    const url = `${addresses.arxivList}/list/${category}/new`;
    const reply = await request(outside, url, { accept: "text/html", ...options });
    return { at: reply.at, complete: true, notes: [], facts: readList(reply.text, url) };
  });
