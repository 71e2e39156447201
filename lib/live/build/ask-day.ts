/** Which day it is, as arXiv itself says, and which papers it announced for that day. */
import { hotDay, hotDayOf, TALK_HOURS } from "../calendar/hot-day.ts";
import type { HotDay } from "../calendar/hot-day.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "../sources/addresses.ts";
import { confirmBatch } from "../sources/arxiv-batch.ts";
import type { Confirmation } from "../sources/arxiv-batch.ts";
import { askList } from "../sources/arxiv-list.ts";
import type { ArxivList } from "../sources/arxiv-list.ts";
import { askOai } from "../sources/arxiv-oai.ts";
import { askRss } from "../sources/arxiv-rss.ts";
import type { Announced } from "../sources/arxiv-rss.ts";
import type { Answer, Failed } from "../sources/answer.ts";
import type { Outside } from "../../net/outside.ts";
import type { Names } from "../sources/talk.ts";
import { USUAL_CATEGORIES } from "./build-settings.ts";
import type { BuildSettings } from "./build-settings.ts";

export interface AskedDay {
  day: HotDay;
  confirmation: Confirmation;
  /** The day's new papers; undefined if arXiv did not tell. */
  newIds?: Set<PaperId>;
  /** Names that came along. */
  names: Map<PaperId, Names>;
  notes: string[];
  failures: Failed[];
  /** False if arXiv has more new papers of the day than it told. */
  complete: boolean;
}

/** An open day whose list is an earlier one: the calendar is ahead (an unplanned holiday), talk still counts until now. */
function earlierDay(date: string, now: number): HotDay | undefined {
  const day = hotDayOf(date, now);
  return day && { ...day, until: now, from: now - TALK_HOURS * 3_600_000 };
}

/** What is found out about the day, step by step. */
interface DayNotes {
  names: Map<PaperId, Names>;
  notes: string[];
  failures: Failed[];
  complete: boolean;
}

function note(answer: Answer<unknown>, what: string, told: DayNotes): void {
  if (answer.state === "ok") told.notes.push(...answer.notes);
  else {
    told.notes.push(`${what}: ${answer.detail}`);
    told.failures.push(answer);
  }
}

const listed = (answer: Answer<ArxivList>): ArxivList | undefined =>
  answer.state === "ok" ? answer.facts : undefined;

function keepNames(papers: readonly Announced[], { names }: DayNotes): void {
  for (const { id, kind: _, ...paper } of papers) names.set(id, paper);
}

/** The new papers of a day that is over. */
async function askPast(ask: Ask, date: string, told: DayNotes): Promise<Set<PaperId> | undefined> {
  const oai = await askOai(ask.outside, ask.addresses, { date, categories: ask.categories });
  note(oai, "OAI-PMH", told);
  if (oai.state === "failed") return undefined;
  told.complete &&= oai.complete;
  keepNames(oai.facts, told);
  return new Set(oai.facts.map(({ id }) => id));
}

/**
 * The new papers of the day that the lists are of. RSS has them all in one answer if it is of that day; if not (weekends, before it is
 * renewed, cut off at its limit) the list of every category is asked, because with only one the others' papers would vanish.
 */
async function askNew(
  ask: Ask,
  date: string,
  first: ArxivList | undefined,
  told: DayNotes,
): Promise<{ ids?: Set<PaperId>; stale: boolean }> {
  const rss = await askRss(ask.outside, ask.addresses, ask.categories);
  note(rss, "RSS", told);
  const batch = rss.state === "ok" ? rss.facts : [];
  keepNames(batch, told);
  const fresh = batch.filter(({ kind }) => kind === "new").map(({ id }) => id);
  const stale = rss.state === "ok" && confirmBatch(batch, first, date) === "stale";
  const whole = rss.state === "ok" && rss.complete && fresh.length > 0;
  if (whole && first && !stale) return { ids: new Set(fresh), stale };
  if (stale) told.notes.push("arXiv's feed has another batch: new papers are those of its lists");

  const ids = new Set<PaperId>();
  let answered = 0;
  for (const [index, category] of ask.categories.entries()) {
    const list = index === 0 ? first : await askOther(ask, category, told);
    if (list && list.date !== date) told.notes.push(`arXiv's list of ${category} is of ${list.date}`);
    if (list?.date !== date) {
      told.complete = false;
      continue;
    }
    answered += 1;
    told.complete &&= list.complete;
    for (const id of list.newIds) ids.add(id);
  }
  if (answered > 0) return { ids, stale };
  if (fresh.length === 0) return { stale };
  told.notes.push("no list says which day arXiv's feed is of");
  return { ids: new Set(fresh), stale };
}

async function askOther(ask: Ask, category: string, told: DayNotes): Promise<ArxivList | undefined> {
  const list = await askList(ask.outside, ask.addresses, category);
  note(list, `list of ${category}`, told);
  return listed(list);
}

interface Ask {
  outside: Outside;
  addresses: Addresses;
  categories: readonly string[];
}

/**
 * The day of a digest. Asks arXiv's list of one category which day it is of, and for "new" papers the RSS of the categories, their
 * lists if the RSS is not of that day, or OAI-PMH for a day that is over. Returns undefined if arXiv has no list of the date that
 * was asked for (weekends, days after holidays). `now` is an instant.
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
  const ask: Ask = { outside, addresses, categories };
  const told: DayNotes = { names: new Map(), notes: [], failures: [], complete: true };
  const isNew = settings.papers === "new";
  const past = async (): Promise<AskedDay> => {
    const newIds = isNew ? await askPast(ask, wanted.date, told) : undefined;
    return { day: wanted, confirmation: "past", ...(newIds && { newIds }), ...told };
  };
  if (wanted.closes <= now) return past();

  const list = await askList(outside, addresses, categories[0]!);
  note(list, "list", told);
  const first = listed(list);
  const confirmation = confirmBatch(undefined, first, wanted.date);
  if (confirmation === "past") return past();
  const day =
    confirmation === "late" && settings.date === undefined && first
      ? (earlierDay(first.date, now) ?? wanted)
      : wanted;
  if (confirmation === "late") told.notes.push(`arXiv still lists ${first?.date}`);
  const { ids, stale } = isNew ? await askNew(ask, day.date, first, told) : {};
  return { day, confirmation: stale ? "stale" : confirmation, ...(ids && { newIds: ids }), ...told };
}
