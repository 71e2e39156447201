/** Opening a day's hot list from arXiv, which may not link to pages of ours. */
import { browser } from "../browser.ts";

/** @param date `YYYY-MM-DD` */
export async function openDay(date: string): Promise<void> {
  const url = new URL(`archive.html#${date}`, browser.runtime.getURL("/")).href;
  await browser.tabs.create({ url });
}
