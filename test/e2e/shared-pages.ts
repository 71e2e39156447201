/** Pages saved from arXiv and rendered by its own servers, which are beside the project where it is developed. */
import { existsSync, readFileSync } from "node:fs";

const FOLDER = "../shared/arxiv-pages";

export interface SharedPage {
  file: string;
  /** "abs", "list new", "search", … */
  type: string;
  /** Path and query on arxiv.org. */
  url: string;
  /** As the page prints them, in order. */
  ids: string[];
}

/** True if the pages are there. */
export const sharedPagesAreThere = existsSync(`${FOLDER}/ids.json`);

/** All of them; none if they are not there. */
export const sharedPages: readonly SharedPage[] = sharedPagesAreThere
  ? Object.entries(
      JSON.parse(readFileSync(`${FOLDER}/ids.json`, "utf8")) as Record<string, Omit<SharedPage, "file">>,
    ).map(([file, page]) => ({ ...page, file }))
  : [];

export const sharedHtml = ({ file }: SharedPage) => readFileSync(`${FOLDER}/${file}`, "utf8");

/** Whether its ids are those of entries; other pages only mention papers. */
export const withEntries = ({ type }: SharedPage) => /^(?:abs|list|catchup$|author|search)/u.test(type);
