/**
 * Papers of a day that is over, from arXiv's OAI-PMH (https://info.arxiv.org/help/oa/index.html): for backfill. Records are
 * dated by their last change, so only those handed in during the day's own hours are its new papers; one that arXiv held
 * back for days is missed, and a paper changed later is dated later.
 */
import { dateOf } from "../../digest/calendar-date.ts";
import { submittedFor } from "../calendar/hot-day.ts";
import { addDays } from "../../digest/dates.ts";
import { tidyAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Announced } from "./arxiv-rss.ts";
import type { Outside } from "../../net/outside.ts";
import { request } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import { childrenOf, parseXml, textOf } from "../../net/markup-tree.ts";
import type { MarkupElement } from "../../net/markup-tree.ts";

/** A day of a category has one or two pages of 1,000 records. */
const MOST_PAGES = 20;

/** arXiv's groups are those of its archives, all physics archives being in one. */
const GROUPS = new Set(["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"]);

/** OAI-PMH's set of a category or archive: `cs.LG` is `cs:cs:LG`, `hep-th` is `physics:hep-th`, `cs` is `cs`. */
export function setOf(category: string): string {
  const [archive = "", subject] = category.split(".");
  const group = GROUPS.has(archive) ? archive : "physics";
  if (subject !== undefined) return `${group}:${archive}:${subject}`;
  // Plain "physics" is the whole group, with nuclear and quantum physics.
  return group === archive && group !== "physics" ? archive : `${group}:${archive}`;
}

interface OaiPage {
  papers: (Announced & { created: string })[];
  records: number;
  token?: string;
}

function paperOf(record: MarkupElement): (Announced & { created: string }) | undefined {
  const [metadata] = childrenOf(record, "metadata");
  const [arxiv] = childrenOf(metadata, "arXiv");
  const id = parsePaperId(textOf(arxiv, "id") ?? "")?.id;
  const title = fold(textOf(arxiv, "title") ?? "");
  if (!arxiv || !id || title === "") return undefined;
  const [authors] = childrenOf(arxiv, "authors");
  const abstract = foldAbstract(textOf(arxiv, "abstract") ?? "");
  return {
    id,
    kind: "new",
    title,
    authors: tidyAuthors(
      childrenOf(authors, "author").map((author) =>
        ["forenames", "keyname", "suffix"].map((part) => textOf(author, part) ?? "").join(" "),
      ),
    ),
    categories: (textOf(arxiv, "categories") ?? "").split(/\s+/).filter((name) => name !== ""),
    ...(abstract !== "" && { abstract }),
    created: textOf(arxiv, "created") ?? "",
  };
}

/** One page of ListRecords; no records at all is an empty page. Throws `SourceError` on any other error of the protocol. */
export function readOai(xml: string, url: string): OaiPage {
  const root = parseXml(xml);
  if (root?.name !== "OAI-PMH") throw new SourceError("unreadable", url, "is no whole OAI-PMH document");
  const [error] = childrenOf(root, "error");
  if (error) {
    const code = error.attributes["code"] ?? "unknown error";
    if (code === "noRecordsMatch") return { papers: [], records: 0 };
    throw new SourceError("broken", url, `OAI-PMH error ${code}`);
  }
  const [list] = childrenOf(root, "ListRecords");
  if (!list) throw new SourceError("unreadable", url, "has no ListRecords");
  const records = childrenOf(list, "record");
  const token = textOf(list, "resumptionToken")?.trim();
  return {
    papers: records.map(paperOf).filter((paper) => paper !== undefined),
    records: records.length,
    ...(token && { token }),
  };
}

/** New papers of the day in these categories, each once. */
export const askOai = (
  outside: Outside,
  addresses: Pick<Addresses, "arxivOai">,
  question: { date: string; categories: readonly string[] },
  options: RequestOptions = {},
): Promise<Answer<Announced[]>> =>
  answer(outside, async () => {
    const submitted = submittedFor(question.date);
    const [first, last] = [dateOf(submitted.from), dateOf(submitted.until)];
    const papers = new Map<PaperId, Announced>();
    const notes: string[] = [];
    let at = outside.now();
    let complete = true;
    for (const category of question.categories) {
      const start = new URLSearchParams({
        verb: "ListRecords",
        metadataPrefix: "arXiv",
        set: setOf(category),
        // Ready at about 22:30 in New York, which is the evening before or the day itself in UTC.
        from: addDays(question.date, -1),
        until: question.date,
      });
      let query = start.toString();
      for (let turn = 1; ; turn++) {
        const url = `${addresses.arxivOai}/oai?${query}`;
        const reply = await request(outside, url, { accept: "text/xml, */*", ...options });
        const page = readOai(reply.text, url);
        at = reply.at;
        for (const { created, ...paper } of page.papers) {
          if (created >= first && created <= last) papers.set(paper.id, paper);
        }
        if (page.token === undefined) break;
        if (turn >= MOST_PAGES) {
          complete = false;
          notes.push(`${category}: stopped after ${turn} pages`);
          break;
        }
        query = new URLSearchParams({ verb: "ListRecords", resumptionToken: page.token }).toString();
      }
    }
    return { at, complete, notes, facts: [...papers.values()] };
  });
