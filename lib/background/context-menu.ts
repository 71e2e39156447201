/**
 * Entries of the browser's own menu, on links and selections of every site: what people said about a paper, and following words. The
 * browser needs no host permission for this, and tells what was clicked only to the entry that was chosen.
 */
import { browser } from "../browser.ts";
import { keepMarkingScript } from "../follows/marking-script.ts";
import { followOfSelection } from "../follows/parse-follows.ts";
import { changeFollows } from "../follows/stored-follows.ts";
import { linkPatterns } from "../paper/linked-paper.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { papersIn } from "../paper/papers-in.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { openFollows, openLook, searchPage } from "./open-full-page.ts";
import { showToolbarNumber } from "./toolbar-number.ts";

interface Clicked {
  menuItemId: string | number;
  linkUrl?: string | undefined;
  selectionText?: string | undefined;
}

/** Longest selection of words that is searched for, in characters. */
const LONGEST = 300;
/** Most selected papers that are listed: their ids have room in the address (lib/hot-list/target.ts), and none of them is cut. */
const MOST_PAPERS = 1000;

/** Firefox for Android has none. */
const hasMenus = () => (browser.contextMenus as unknown) !== undefined;

/** To be called once after each installation and update: browsers keep the entries. */
export async function makeContextMenus(): Promise<void> {
  if (!hasMenus()) return;
  await browser.contextMenus.removeAll();
  const selection: ["selection"] = ["selection"];
  browser.contextMenus.create({
    id: "link",
    contexts: ["link"],
    targetUrlPatterns: linkPatterns(),
    title: text("menuPaper"),
  });
  browser.contextMenus.create({ id: "selection", contexts: selection, title: text("menuSelection", "%s") });
  browser.contextMenus.create({ id: "follow", contexts: selection, title: text("menuFollow", "%s") });
}

/** To be called at each start of the background. */
export function answerContextMenus(): void {
  if (!hasMenus()) return;
  browser.contextMenus.onClicked.addListener((clicked, tab) => void answer(clicked, tab).catch(warn));
}

/** @throws if no tab can be opened, or nothing stored */
async function answer(clicked: Clicked, tab?: { incognito?: boolean }): Promise<void> {
  const { menuItemId, linkUrl = "", selectionText = "" } = clicked;
  const words = selectionText.trim();
  if (menuItemId === "link") await openPapers(papersIn(linkUrl));
  else if (menuItemId === "selection") await openPapers(papersIn(words), words.slice(0, LONGEST));
  else if (menuItemId === "follow") await follow(words, tab?.incognito === true);
}

/** Opens the full page at the one paper, at the list of several, or at those that have the words. */
async function openPapers(ids: readonly PaperId[], words = ""): Promise<void> {
  const [id] = ids;
  if (id !== undefined && ids.length === 1) await openLook(id);
  else await browser.tabs.create({ url: searchPage(ids.slice(0, MOST_PAPERS).join(" ") || words) });
}

/** Follows the words, and shows all that is followed: there it can be changed, and a failure is seen. */
async function follow(words: string, privately: boolean): Promise<void> {
  const followed = followOfSelection(words);
  if (followed) {
    await changeFollows([{ follow: followed, on: true }], privately);
    await keepMarkingScript(true);
    void showToolbarNumber();
  }
  await openFollows();
}
