/** Pages to try our page script on: our own small ones, always there, and the large shared set if it is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parsePaperId } from "../../lib/paper/paper-id.ts";

export interface SavedPage {
  name: string;
  /** The whole address. */
  url: string;
  /** What shows our page checks: a kind of lib/arxiv/page-kind.ts, or "none". Only our own pages name it. */
  kind?: string;
  /** Canonical ids of the entries in the page's order; a search with older versions repeats some. */
  ids: string[];
  html: () => string;
}

const OWN = resolve("test/arxiv/pages");
const SHARED = resolve("../shared/arxiv-pages");

interface Expected {
  url: string;
  kind: string;
  ids: string[];
}

/** Our own pages in arXiv's markup, one per kind, with words of our own. Each folder has a page and what to expect of it. */
export const ownPages: SavedPage[] = readdirSync(OWN).map((name) => {
  const { url, kind, ids } = JSON.parse(readFileSync(`${OWN}/${name}/expected.json`, "utf8")) as Expected;
  return {
    name,
    url: `https://arxiv.org${url}`,
    kind,
    ids,
    html: () => readFileSync(`${OWN}/${name}/page.html`, "utf8"),
  };
});

/** One of our own pages. */
export function ownPage(name: string): SavedPage {
  const page = ownPages.find((each) => each.name === name);
  if (!page) throw new Error(`no page ${name} in ${OWN}`);
  return page;
}

/** Types of the shared set whose ids are entries; other pages only mention papers. */
const WITH_ENTRIES = /^(?:abs|list \w+|catchup|author|search)$/u;

/** The shared set, rendered by arXiv's own programs or saved from the live site; empty if it is not there. */
export const sharedPages: SavedPage[] = existsSync(SHARED)
  ? Object.entries(
      JSON.parse(readFileSync(`${SHARED}/ids.json`, "utf8")) as Record<
        string,
        { type: string; url: string; ids: string[] }
      >,
    ).map(([name, { type, url, ids }]) => ({
      name,
      url: `https://arxiv.org${url}`,
      ids: WITH_ENTRIES.test(type) ? ids.map((id) => parsePaperId(id)?.id ?? id) : [],
      html: () => readFileSync(`${SHARED}/${name}`, "utf8"),
    }))
  : [];

/** A document of the page; nothing in it runs. */
export function openPage(page: SavedPage): Document {
  return new DOMParser().parseFromString(page.html(), "text/html");
}
