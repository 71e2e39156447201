/** The archive's 294 digests as feeds, and what the index has of them. */
import type { Page } from "puppeteer-core";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { ARXIV_HOSTS, arxivReply } from "../arxiv-host/arxiv.ts";
import { archiveMarkdown } from "../made-feeds/archive-files.ts";
import { embeddedJsonFeed, folderFeed } from "../made-feeds/made-feeds.ts";
import { archiveWhole, ask } from "./ask.ts";
import type { Driver } from "./harness/driver.ts";
import { openWorld, type World } from "./harness/world.ts";

const HOST = "feed.example.org";
/** A folder of Markdown files, and one JSON Feed. */
export const ADDRESS = `https://${HOST}/posts/index.json`;
export const ONE_FILE = `https://${HOST}/feed.json`;
const markdown = archiveMarkdown();
export const digests = Object.values(markdown).flatMap((text) => parseMarkdown(text).digests);
const folder = folderFeed(markdown);
/** The files of the folder, but for its list. */
export const DAY_FILES = Object.keys(folder)
  .filter((path) => path.endsWith(".md"))
  .map((path) => `https://${HOST}${path}`);
const files = { ...folder, ...embeddedJsonFeed(digests) };
const entries = digests.reduce((sum, { papers }) => sum + papers.length, 0);

/** What the index has of the feed: digests, entries, and those of them that are there twice. */
export function contents(
  page: Page,
): Promise<{ digests: number; entries: number; twice: number; words: number }> {
  return page.evaluate(async () => {
    const open = indexedDB.open("hot-papers");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.addEventListener("success", () => resolve(open.result));
      open.addEventListener("error", () => reject(open.error ?? new Error("cannot open")));
    });
    const all = (name: string) =>
      new Promise<
        { feed: string; date: string; papers?: { id: string }[]; abstracts?: Map<string, string> }[]
      >((resolve, reject) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("cannot read")));
      });
    const ours = (await all("digests")).filter(({ feed }) => feed.startsWith("feed-"));
    const words = (await all("words")).filter(({ feed }) => feed.startsWith("feed-"));
    db.close();
    const ids = ours.flatMap(({ date, papers = [] }) => papers.map(({ id }) => `${date} ${id}`));
    return {
      digests: ours.length,
      entries: ids.length,
      twice: ids.length - new Set(ids).size,
      words: words.reduce((sum, { abstracts }) => sum + (abstracts?.size ?? 0), 0),
    };
  });
}

export const whole = {
  digests: 294,
  entries,
  twice: 0,
  words: digests.flatMap(({ papers }) => papers).filter(({ abstract }) => abstract !== undefined).length,
};
export const isWhole = async (page: Page) => {
  const { feeds } = await ask(page, { type: "feedsStatus" });
  return (
    feeds.length > 0 && feeds.every((feed) => feed.digests === 294 && feed.waiting === 0 && !feed.running)
  );
};
export const refresh = (page: Page) => ask(page, { type: "refreshFeeds" });

/** Serves both. */
export const openImportWorld = (): Promise<World> =>
  openWorld({
    hosts: [...ARXIV_HOSTS, HOST],
    reply: (url) => {
      if (url.hostname !== HOST) return arxivReply(url);
      const body = files[url.pathname];
      return body === undefined
        ? undefined
        : { type: "text/plain", body, headers: { "access-control-allow-origin": "*" } };
    },
  });

/** A page of ours, once the bundled digests are in the index. */
export async function readyPage(driver: Driver): Promise<Page> {
  const page = await driver.open(driver.extensionUrl("options.html"));
  await archiveWhole(page);
  return page;
}
