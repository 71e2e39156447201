/**
 * arXiv's page of new papers in a category (https://arxiv.org/list/cs.LG/new): the only place that says which day its list
 * is of. Used to confirm the day, nothing else. robots.txt allows /list.
 */
import { Parser } from "htmlparser2";
import { readPostDay } from "../../digest/dates.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Outside } from "../../net/outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";

export interface ArxivList {
  /** The day that the list says it is of, `YYYY-MM-DD`. */
  date: string;
  /** Its new papers; cross-lists and replacements are not among them. */
  newIds: PaperId[];
  /** False if arXiv shows only a part of them. */
  complete: boolean;
}

/** `Showing new listings for Friday, 20 November 2026` as `2026-11-20`; undefined for any other text. */
export function listDate(heading: string): string | undefined {
  const found = /new listings for \w+, (\d{1,2}) (\w+) (\d{4})/i.exec(heading);
  return found ? readPostDay(`${found[2]} ${found[1]}, ${found[3]}`) : undefined;
}

/** `New submissions (showing 50 of 132 entries)` does not show all of them. */
function showsAll(heading: string): boolean {
  const found = /showing (\d{1,9}) of (\d{1,9})/i.exec(heading);
  return !found || Number(found[1]) >= Number(found[2]);
}

const isNew = (section: string): boolean => /^new submissions/i.test(section);

/** Reads the page. Throws `SourceError` if it does not say its day. */
export function readList(html: string, url: string): ArxivList {
  let date: string | undefined;
  let complete = true;
  let section = "";
  let heading: string | undefined;
  const newIds: PaperId[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "h3") heading = "";
      if (name !== "a" || !isNew(section)) return;
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
      if (isNew(section)) complete &&= showsAll(section);
      heading = undefined;
    },
  });
  parser.end(html);
  if (date === undefined) throw new SourceError("unreadable", url, "does not say which day its list is of");
  return { date, newIds, complete };
}

/** The newest list of one category, or of a whole archive. */
export const askList = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivList">,
  category: string,
  options: RequestOptions = {},
): Promise<Answer<ArxivList>> =>
  answer(outside, async () => {
    const url = `${addresses.arxivList}/list/${category}/new`;
    const reply = await request(outside, url, { accept: "text/html", ...options });
    const facts = readList(reply.text, url);
    const notes = facts.complete ? [] : [`${category}: arXiv shows only a part of its new papers`];
    return { at: reply.at, complete: facts.complete, notes, facts };
  });
