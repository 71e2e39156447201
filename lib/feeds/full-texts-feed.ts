/**
 * The archive as a feed: the 294 files of its repository at one commit, which never change. The extension has their facts
 * within it and takes their words (abstracts, texts of tweets) from jsDelivr, as whole day files, if the reader wants them.
 */
import type { DayFile } from "./read/day-file.ts";

/** Id of the archive among the feeds. */
export const ARCHIVE = "archive";

/** Where its files are. */
export const ARCHIVE_ADDRESS =
  "https://cdn.jsdelivr.net/gh/TatsuyaShirakawa/daily-arxiv-gatsby@2e966c3ac4d611855300eb09f82cd4452f5f38f8/content/posts/";

/** The files of these days. Listed by the days of the embedded pack, so that no host has to be asked which there are. */
export function archiveFiles(days: readonly string[], folder = ARCHIVE_ADDRESS): DayFile[] {
  return days.map((date) => ({ key: date, url: `${folder}${date}---Hot-Papers.md`, date }));
}
