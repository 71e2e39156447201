import { afterEach, expect, test, vi } from "vitest";
import { IDBFactory } from "fake-indexeddb";
import { parseMarkdown } from "../../lib/digest/parse-markdown.ts";
import { closeIndex, openIndex } from "../../lib/index/open.ts";
import { openFeedHost } from "../feed-host/feed-host.ts";
import { archiveMarkdown } from "../made-feeds/archive-files.ts";
import {
  embeddedJsonFeed,
  type FeedFiles,
  folderFeed,
  linkedJsonFeed,
  pointerFeed,
} from "../made-feeds/made-feeds.ts";
import { dump } from "../index/dump.ts";
import { FeedsWorld } from "./feeds-world.ts";

const markdown = archiveMarkdown();
const digests = Object.values(markdown).flatMap((text) => parseMarkdown(text).digests);

afterEach(closeIndex);

/** The whole index after reading one feed, without the names of feeds. */
async function indexOf(files: FeedFiles, path: string) {
  await closeIndex();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(console, "warn").mockReturnValue();
  const host = await openFeedHost();
  try {
    host.serve(files);
    const world = new FeedsWorld();
    await world.feeds.add(host.origin + path, "");
    await world.feeds.refresh();
    const { digests: facts, words, rows, days, totals } = await dump(await openIndex());
    const unnamed = <Each extends object>(all: readonly Each[]) => all.map((each) => ({ ...each, feed: "" }));
    return { facts: unnamed(facts), words: unnamed(words), rows, days, totals };
  } finally {
    await host.close();
  }
}

test("all 294 digests give the same index as a folder, as JSON Feeds and with a pointer", async () => {
  const folder = await indexOf(folderFeed(markdown), "/posts/index.json");
  expect(folder.facts).toHaveLength(294);
  expect(folder.facts.reduce((sum, { papers }) => sum + papers.length, 0)).toBe(
    digests.reduce((sum, { papers }) => sum + papers.length, 0),
  );
  expect(await indexOf(embeddedJsonFeed(digests), "/feed.json")).toEqual(folder);
  expect(await indexOf(linkedJsonFeed(digests), "/v1/feed.json")).toEqual(folder);
  expect(await indexOf(pointerFeed(digests), "/v1/latest.json")).toEqual(folder);
}, 240_000);
