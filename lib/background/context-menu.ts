/** "What people said about this paper", by right click on links and selections of every site. The browser asks for no host's permission. */
import { browser } from "../browser.ts";
import { linkedPaper, linkPatterns } from "../paper/linked-paper.ts";
import { papersIn } from "../paper/papers-in.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { openLook, searchPage } from "./open-full-page.ts";

interface Clicked {
  linkUrl?: string | undefined;
  selectionText?: string | undefined;
}

/** Of selected words that are searched for, in characters. */
const LONGEST = 300;

/** Firefox for Android has none. */
const hasMenus = () => (browser.contextMenus as unknown) !== undefined;

/** To be called once after each installation and update: browsers keep the entries. */
export async function makeContextMenus(): Promise<void> {
  if (!hasMenus()) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: "link",
    contexts: ["link"],
    targetUrlPatterns: linkPatterns(),
    title: text("menuPaper"),
  });
  browser.contextMenus.create({
    id: "selection",
    contexts: ["selection"],
    title: text("menuSelection", "%s"),
  });
}

/** To be called at each start of the background. */
export function answerContextMenus(): void {
  if (hasMenus())
    browser.contextMenus.onClicked.addListener((clicked) => void openClicked(clicked).catch(warn));
}

/** Opens the full page at the paper that was clicked; the list of several; without any, the papers that have the words. */
async function openClicked({ linkUrl, selectionText = "" }: Clicked): Promise<void> {
  const linked = linkUrl === undefined ? undefined : linkedPaper(linkUrl);
  const ids = linked ? [linked] : papersIn(selectionText);
  const [id] = ids;
  if (id !== undefined && ids.length === 1) await openLook(id);
  else
    await browser.tabs.create({
      url: searchPage(ids.length > 0 ? ids.join(" ") : selectionText.trim().slice(0, LONGEST)),
    });
}
