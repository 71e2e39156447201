/** Opening the full page, also from arXiv, which may not link to pages of ours. The part after the `#` is read by lib/hot-list/target.ts. */
import { browser } from "../browser.ts";
import type { PaperId } from "../paper/paper-id.ts";

const pageOf = (path: string): string => new URL(path, browser.runtime.getURL("/")).href;
const fullPage = (hash: string): string => pageOf(`archive.html${hash}`);

async function openFullPage(asked: string): Promise<void> {
  await browser.tabs.create({ url: fullPage(`#${asked}`) });
}

/** @param date `YYYY-MM-DD` */
export const openDay = (date: string): Promise<void> => openFullPage(date);

/** A paper with the button that looks at it, after it has asked for consent. */
export const openLook = (id: PaperId): Promise<void> => openFullPage(`paper/${id}?look`);

/** The address of the papers of all digests that a search finds. */
export const searchPage = (words: string): string => fullPage(`#all?search=${encodeURIComponent(words)}`);

/** The part of the options that shows what is followed. */
export async function openFollows(): Promise<void> {
  await browser.tabs.create({ url: pageOf("options.html#follows") });
}
