/** The keyword `hp` in the browser's address bar: papers of the digests by words, names or an id. It sends no request. */
import { browser } from "../browser.ts";
import type { Digest } from "../digest/digest.ts";
import { openIndex } from "../index/open.ts";
import { readDigests } from "../index/read-period.ts";
import { createPaperIndex } from "../index/search/paper-index.ts";
import { absUrl } from "../paper/links.ts";
import { papersIn } from "../paper/papers-in.ts";
import { rankWords } from "../texts/badge-text.ts";
import { date as dayWords } from "../texts/format.ts";
import { text } from "../texts/text.ts";
import { warn } from "../warn.ts";
import { searchPage } from "./open-full-page.ts";

/** A line below what is typed. Enter on it gives its `content` back. */
export interface Suggestion {
  content: string;
  description: string;
}

/** Where an address opens, depending on how the reader pressed Enter. */
type Disposition = "currentTab" | "newForegroundTab" | "newBackgroundTab";

/** As many as browsers show: Chrome 5, Firefox 6. */
const MOST = 6;

/** To be called at each start of the background. Firefox for Android has no keywords. */
export function answerAddressBar(): void {
  if ((browser.omnibox as unknown) === undefined) return;
  const { omnibox } = browser;
  const find = createFinder(async () => readDigests(await openIndex(), [{}], false));
  void omnibox.setDefaultSuggestion({ description: text("addressBarHint") });
  omnibox.onInputStarted.addListener(() => void find.begin());
  omnibox.onInputChanged.addListener((typed, suggest) => void find.suggest(typed).then(suggest, warn));
  omnibox.onInputEntered.addListener((entered, how) => void openEntered(entered, how).catch(warn));
}

/** Finds papers while you type: the index is read once, when that begins. */
function createFinder(read: () => Promise<readonly Digest[]>) {
  let reading: Promise<(typed: string) => Suggestion[]> | undefined;
  const begin = () => {
    reading = read().then(suggestionsFrom);
    reading.catch(() => undefined); // reported when something is typed
    return reading;
  };
  /** Typing may have begun before the background was stopped. */
  const suggest = async (typed: string): Promise<Suggestion[]> => (await (reading ?? begin()))(typed);
  return { begin, suggest };
}

/** What these digests find for words: each paper once, as its newest entry has it, newest first. */
export function suggestionsFrom(digests: readonly Digest[]): (typed: string) => Suggestion[] {
  const newestFirst = digests.toReversed();
  const index = createPaperIndex(newestFirst);
  const newest = new Map(
    digests.flatMap(({ date, papers }) =>
      papers.map(({ id, title, rank }) => [id, { title, rank, of: papers.length, date }]),
    ),
  );
  return (typed) =>
    index
      .find(typed)
      .slice(0, MOST)
      .flatMap((id) => {
        const paper = newest.get(id);
        if (!paper) return [];
        const { title, date } = paper;
        return {
          content: absUrl(id),
          description: asDescription(`${title} · ${rankWords(paper)} ${text("badgeDay", dayWords(date))}`),
        };
      });
}

/** Chrome reads a suggestion as XML, Firefox as it is. */
function asDescription(words: string): string {
  if (import.meta.env.FIREFOX) return words;
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Opens arXiv's page of the paper that was chosen, or whose id was typed; for other words, the full page's search. */
async function openEntered(entered: string, how: Disposition): Promise<void> {
  const [id, ...others] = papersIn(entered);
  const url = id !== undefined && others.length === 0 ? absUrl(id) : searchPage(entered);
  if (how === "currentTab") await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: how === "newForegroundTab" });
}
