/** Opening the full page from arXiv, which may not link to pages of ours. The part after the `#` is read by lib/hot-list/target.ts. */
import { browser } from "../browser.ts";
import type { PaperId } from "../paper/paper-id.ts";

async function openFullPage(asked: string): Promise<void> {
  const url = new URL(`archive.html#${asked}`, browser.runtime.getURL("/")).href;
  await browser.tabs.create({ url });
}

/** @param date `YYYY-MM-DD` */
export const openDay = (date: string): Promise<void> => openFullPage(date);

/** A paper with the button that looks at it, after it has asked for consent. */
export const openLook = (id: PaperId): Promise<void> => openFullPage(`paper/${id}?look`);
