/** Which day it is, as arXiv itself says, and which papers it announced for that day. */
import { hotDay, hotDayOf, TALK_HOURS } from "../day/hot-day.ts";
import type { HotDay } from "../day/hot-day.ts";
import type { PaperId } from "../paper/paper-id.ts";
import type { Addresses } from "../sources/addresses.ts";
import { confirmBatch } from "../sources/arxiv-batch.ts";
import type { Confirmation } from "../sources/arxiv-batch.ts";
import { askList } from "../sources/arxiv-list.ts";
import { askOai } from "../sources/arxiv-oai.ts";
import { askRss } from "../sources/arxiv-rss.ts";
import type { Answer, Failed } from "../sources/answer.ts";
import type { Outside } from "../sources/outside.ts";
import type { Names } from "../sources/talk.ts";
import { USUAL_CATEGORIES } from "./build-settings.ts";
import type { BuildSettings } from "./build-settings.ts";

export interface AskedDay {
  day: HotDay;
  confirmation: Confirmation;
  /** The day's new papers; undefined where arXiv did not tell. */
  newIds?: Set<PaperId>;
  /** Names that came along. */
  names: Map<PaperId, Names>;
  notes: string[];
  failures: Failed[];
}

/** An open day whose list is an earlier one: the calendar is ahead (an unplanned holiday), talk still counts until now. */
function earlierDay(date: string, now: number): HotDay | undefined {
  const day = hotDayOf(date, now);
  return day && { ...day, until: now, from: now - TALK_HOURS * 3_600_000 };
}

const note = (answer: Answer<unknown>, what: string, notes: string[], failures: Failed[]): void => {
  if (answer.state === "ok") notes.push(...answer.notes);
  else {
    notes.push(`${what}: ${answer.detail}`);
    failures.push(answer);
  }
};

/**
 * The day of a digest. Asks arXiv's list of one category which day it is of, and for "new" papers the RSS of the categories, or
 * OAI-PMH for a day that is over: two requests for today, one or more for a past day. Returns undefined where arXiv has no list
 * of the date that was asked for (weekends, days after holidays). `now` is an instant.
 */
export async function askDay(
  outside: Outside,
  addresses: Addresses,
  settings: BuildSettings,
  now: number,
): Promise<AskedDay | undefined> {
  const wanted = settings.date === undefined ? hotDay(now) : hotDayOf(settings.date, now);
  if (!wanted || wanted.announced > now) return undefined;
  const categories = settings.categories.length > 0 ? settings.categories : USUAL_CATEGORIES;
  const notes: string[] = [];
  const failures: Failed[] = [];
  const names = new Map<PaperId, Names>();

  if (wanted.closes <= now) {
    if (settings.papers === "talked") return { day: wanted, confirmation: "past", names, notes, failures };
    const oai = await askOai(outside, addresses, { date: wanted.date, categories });
    note(oai, "OAI-PMH", notes, failures);
    if (oai.state === "failed") return { day: wanted, confirmation: "past", names, notes, failures };
    for (const { id, kind: _, ...paper } of oai.facts) names.set(id, paper);
    const newIds = new Set(oai.facts.map(({ id }) => id));
    return { day: wanted, confirmation: "past", newIds, names, notes, failures };
  }

  const list = await askList(outside, addresses, categories[0]!);
  note(list, "list", notes, failures);
  const rss = settings.papers === "new" ? await askRss(outside, addresses, categories) : undefined;
  if (rss) note(rss, "RSS", notes, failures);
  if (rss?.state === "ok") for (const { id, kind: _, ...paper } of rss.facts) names.set(id, paper);

  const batch = rss?.state === "ok" ? rss.facts : undefined;
  const listed = list.state === "ok" ? list.facts : undefined;
  const confirmation = confirmBatch(batch, listed, wanted.date);
  const day =
    confirmation === "late" && settings.date === undefined && listed
      ? (earlierDay(listed.date, now) ?? wanted)
      : wanted;
  if (confirmation === "late") notes.push(`arXiv still lists ${listed?.date}`);
  if (confirmation === "stale")
    notes.push("arXiv's feed still has an earlier batch: new papers are those of one list");

  const fresh = batch?.filter(({ kind }) => kind === "new").map(({ id }) => id);
  const newIds = confirmation === "stale" ? listed?.newIds : (fresh ?? listed?.newIds);
  return { day, confirmation, ...(newIds && { newIds: new Set(newIds) }), names, notes, failures };
}
