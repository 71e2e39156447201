/** Opening the full page, also from arXiv, which may not link to pages of ours. The part after the `#` is read by lib/hot-list/target.ts. */
import { browser } from "../browser.ts";
import type { PaperId } from "../paper/paper-id.ts";

const fullPage = (hash: string): string => new URL(`archive.html${hash}`, browser.runtime.getURL("/")).href;

async function openFullPage(asked: string): Promise<void> {
  await browser.tabs.create({ url: fullPage(`#${asked}`) });
}

/** @param date `YYYY-MM-DD` */
export const openDay = (date: string): Promise<void> => openFullPage(date);

/** A paper with the button that looks at it, after it has asked for consent. */
export const openLook = (id: PaperId): Promise<void> => openFullPage(`paper/${id}?look`);

/** The address of the papers of all digests that a search finds. */
export const searchPage = (words: string): string => fullPage(`#all?search=${encodeURIComponent(words)}`);
