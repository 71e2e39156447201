/**
 * Hugging Face daily papers: people submit papers of the day, others vote. One request a day of theirs, no key; cs and ML only.
 * Docs: https://huggingface.co/docs/hub/api (GET /api/daily_papers?date=). No list on weekends; a day without a list so far is 400.
 */
import * as zod from "zod/mini";
import { dateOf, timeOf, weekdayOf } from "../../digest/calendar-date.ts";
import { addDays } from "../../digest/dates.ts";
import { tidyAuthors } from "../../paper/author-name.ts";
import { parsePaperId } from "../../paper/paper-id.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { keepReadable } from "./keep-readable.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";
import { fold, foldAbstract } from "./talk.ts";
import type { Talk } from "./talk.ts";

const HOUR = 3_600_000;
const PAGE = 100;
/** A day has 20 to 60 papers; a third page would be a mistake of ours or theirs. */
const MOST_PAGES = 3;

const count = zod.int().check(zod.nonnegative());

const paperSchema = zod.object({
  id: zod.string(),
  title: zod.string(),
  summary: zod.optional(zod.string()),
  authors: zod.optional(zod.array(zod.object({ name: zod.string(), hidden: zod.optional(zod.boolean()) }))),
  upvotes: count,
});

const itemSchema = zod.object({
  paper: paperSchema,
  // The outer `publishedAt` is hours off and not read.
  numComments: zod.optional(count),
});

type Item = zod.output<typeof itemSchema>;

/**
 * Hugging Face's days (UTC) that belong to a time of talk, newest first: those that have run for six hours (before that the
 * list is nearly empty), and at least half of which is in that time. Weekends have none.
 */
export function huggingFaceDates(from: number, until: number): string[] {
  const dates: string[] = [];
  for (let date = dateOf(until - 6 * HOUR); Date.parse(date) + 12 * HOUR >= from; date = addDays(date, -1)) {
    if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) dates.push(date);
  }
  return dates;
}

function talkOf(id: PaperId, { paper, numComments }: Item, at: string): Talk {
  return {
    id,
    counts: {
      network: "huggingface",
      upvotes: paper.upvotes,
      ...(numComments !== undefined && { comments: numComments }),
      at,
    },
    posts: [],
    names: {
      title: fold(paper.title),
      authors: tidyAuthors(
        (paper.authors ?? []).filter(({ hidden }) => hidden !== true).map(({ name }) => name),
      ),
      categories: [],
      ...(paper.summary !== undefined && { abstract: foldAbstract(paper.summary) }),
    },
  };
}

/** The items of one day, all pages; the refusal itself (400) if there is no such day (yet). */
async function askDay(
  outside: Outside,
  base: string,
  date: string,
  { pages = MOST_PAGES, ...options }: HuggingFaceOptions,
) {
  const items: Item[] = [];
  const notes: string[] = [];
  for (let page = 0; page < pages; page++) {
    const url = `${base}/api/daily_papers?date=${date}&limit=${PAGE}${page > 0 ? `&p=${page}` : ""}`;
    try {
      const { value, at } = await requestJson(outside, url, zod.array(zod.unknown()), options);
      const readable = keepReadable(value, itemSchema, url);
      items.push(...readable.kept);
      notes.push(...readable.notes);
      if (value.length < PAGE) return { items, notes, at, complete: readable.notes.length === 0 };
    } catch (error) {
      if (page === 0 && error instanceof SourceError && error.status === 400) return error;
      throw error;
    }
  }
  return { items, notes, at: outside.now(), complete: false };
}

export interface HuggingFaceOptions extends RequestOptions {
  /** How many pages of 100 papers to ask for at most, of each day. */
  pages?: number;
}

/**
 * Upvotes and comments of the papers featured on these days (`YYYY-MM-DD`). A paper featured twice counts once, with its
 * newest figures. Fails only when no day could be had: a 400 for each of them does not mean "no votes".
 */
export const askHuggingFace = (
  outside: Outside,
  addresses: Pick<Addresses, "huggingface">,
  dates: readonly string[],
  options: HuggingFaceOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    const talk = new Map<PaperId, Talk>();
    const notes: string[] = [];
    let complete = true;
    let newest = 0;
    let failure: SourceError | undefined;
    for (const date of dates) {
      try {
        const day = await askDay(outside, addresses.huggingface, date, options);
        if (day instanceof SourceError) {
          // The newest day may have no list yet; if none of them has one, that is not an answer about any paper.
          failure ??= day;
          continue;
        }
        newest = Math.max(newest, day.at);
        complete &&= day.complete;
        notes.push(...day.notes);
        for (const item of day.items) {
          const id = parsePaperId(item.paper.id)?.id;
          if (id && !talk.has(id)) talk.set(id, talkOf(id, item, timeOf(day.at)));
        }
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        failure = error;
        complete = false;
        notes.push(`${date}: ${error.message}`);
        // A service that is not there, or wants fewer questions, is not asked for the next day.
        if (error.status === undefined || error.reason === "throttled") break;
      }
    }
    if (failure && newest === 0) throw failure;
    return { at: newest || outside.now(), complete, notes, facts: [...talk.values()] };
  });

/** What Hugging Face says of one paper (GET /api/papers/ID); nothing if it does not know it. */
export const askHuggingFacePaper = (
  outside: Outside,
  addresses: Pick<Addresses, "huggingface">,
  id: PaperId,
  options: RequestOptions = {},
): Promise<Answer<Talk[]>> =>
  answer(outside, async () => {
    try {
      const url = `${addresses.huggingface}/api/papers/${id}`;
      const { value, at } = await requestJson(outside, url, paperSchema, options);
      return { at, complete: true, notes: [], facts: [talkOf(id, { paper: value }, timeOf(at))] };
    } catch (error) {
      if (!(error instanceof SourceError) || error.reason !== "missing") throw error;
      return { at: outside.now(), complete: true, notes: [], facts: [] };
    }
  });
