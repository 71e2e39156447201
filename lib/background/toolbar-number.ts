/** The number on the toolbar button, if the reader wants one: papers that came since the popup was last opened. */
import { browser } from "../browser.ts";
import type { Entry } from "../digest/digest.ts";
import type { Follows } from "../follows/follow.ts";
import { createMatcher, readablePaper } from "../follows/matcher.ts";
import { readFollows } from "../follows/stored-follows.ts";
import { isNewSince, type Visit } from "../hot-list/visit.ts";
import { readSettings } from "../settings/settings.ts";
import { readVisits } from "../settings/visits.ts";
import { openIndex } from "../index/open.ts";
import { lookup } from "../index/lookup.ts";
import { readDigests } from "../index/read-period.ts";
import { warn } from "../warn.ts";

/** More do not fit: the button has room for four characters. */
const MOST = 999;
/** Of badges' bars; white on it has 5.2 : 1. */
export const COLOUR = "#c2410c";

/** The choice has changed: the number comes or goes. Never throws. */
export async function toolbarNumberChosen(): Promise<void> {
  try {
    await browser.action.setBadgeText({ text: "" });
  } catch (error) {
    warn(error);
  }
  await showToolbarNumber();
}

/** Shows what is new by now, if that is wanted. To be called when the index has changed. Never throws. */
export async function showToolbarNumber(): Promise<void> {
  try {
    const { toolbarNumber, toolbarNumberMine } = await readSettings();
    if (!toolbarNumber) return;
    const { action } = browser;
    await action.setBadgeBackgroundColor({ color: COLOUR });
    await action.setBadgeTextColor({ color: "#fff" });
    await action.setBadgeText({ text: numberWords(await countNew(toolbarNumberMine)) });
  } catch (error) {
    warn(error);
  }
}

/** Up to 999 as it is; empty for none. */
const numberWords = (count: number) => {
  if (count === 0) return "";
  return count > MOST ? `${MOST}+` : `${count}`;
};

/** @param mine only papers that match what is followed count */
async function countNew(mine: boolean): Promise<number> {
  const visits = await readVisits();
  if (!visits) return 0; // no visit yet: nothing is newer than that
  const seen: Visit = visits.now;
  const db = await openIndex();
  const digests = await readDigests(db, [{ from: seen.day, to: "9999-12-31" }], false);
  const counts = mine ? matching(await readFollows()) : () => true;
  const fresh = digests.flatMap(({ date, papers }) =>
    papers.filter((paper) => isNewSince(seen, { id: paper.id, date }) && counts(paper)).map(({ id }) => id),
  );
  const papers = await lookup(db, fresh);
  return papers.filter(({ id, entries }) => entries.every(({ date }) => isNewSince(seen, { id, date })))
    .length;
}

/** Whether a paper matches what is followed, by its title, authors and categories. */
function matching(follows: Follows): (paper: Entry) => boolean {
  const match = createMatcher(follows);
  return (paper) => match(readablePaper(paper)).length > 0;
}
