/** The tab that popup or panel are over. Its address goes no further than the page that asks, and is kept nowhere. */
import { browser } from "../../browser.ts";

/**
 * Tells the address of the active tab of this window: now, and whenever it may be another one. Undefined is an address that the browser
 * keeps to itself: it tells those of arXiv, and others after a press on the toolbar button (`activeTab`). A page of ours in a tab of its own
 * is over no other, and is told nothing.
 *
 * @returns settled when the first address has been told
 */
export async function followTab(onAddress: (address: string | undefined) => Promise<void>): Promise<void> {
  const { tabs } = browser;
  if (await tabs.getCurrent()) return;
  const tell = async () => {
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    await onAddress(tab?.url);
  };
  const tellAgain = () => void tell().catch(console.warn);
  tabs.onActivated.addListener(tellAgain);
  tabs.onUpdated.addListener((_, change, { active }) => {
    if (active && (change.status ?? change.url) !== undefined) tellAgain();
  });
  await tell();
}
