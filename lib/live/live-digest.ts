/**
 * The digest of today from a handful of requests, as the extension makes it for its own reader: Hacker News, Hugging Face's last
 * days, one question to arXiv for names, and Bluesky's search only if the reader pressed the button.
 */
import { hotDay } from "./calendar/hot-day.ts";
import type { HotDay } from "./calendar/hot-day.ts";
import type { Digest, Network, SourceState } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { NETWORKS } from "../digest/networks.ts";
import { rankPapers } from "./ranking/rank-papers.ts";
import type { Addresses } from "./sources/addresses.ts";
import { askAlphaxiv } from "./sources/alphaxiv.ts";
import type { Answer, Failed } from "./sources/answer.ts";
import { askNames, NAMED_AT_ONCE } from "./sources/arxiv-names.ts";
import { askBluesky } from "./sources/bluesky.ts";
import { askHackerNews } from "./sources/hackernews.ts";
import { askHuggingFace, huggingFaceDates } from "./sources/huggingface.ts";
import type { Outside } from "../net/outside.ts";
import type { Names, Talk } from "./sources/talk.ts";
import { namesIn, talkIn, withEarlier } from "./earlier.ts";
import { joined, makeDigest, namesFrom, stateOf } from "./make-digest.ts";

/** Hacker News, a day of Hugging Face's, and names: with fewer requests there is no list. */
export const LEAST_REQUESTS = 3;
/** The same with three days of Hugging Face's. */
export const MOST_REQUESTS = 5;

const MOST_PAPERS = 50;
/** A question for names that arXiv refuses for one bad id is asked again in halves, at most this often. */
const MOST_FOR_NAMES = 9;

export interface LiveQuestion {
  /** Instant. */
  now: number;
  /** How many requests may be made beside those to Bluesky. */
  requests: number;
  /** Searches that Bluesky may be asked; 0 asks it nothing at all. */
  searches: number;
  /** Whether alphaXiv is asked for posts on X; it has requests of its own. */
  alphaxiv?: boolean;
  /** Only alphaXiv is asked, if the others have answered for today. */
  alone?: boolean;
  /** What an earlier asking gave. Of the same day, what it knows of networks that are not asked now stays, with its own time. */
  earlier?: Digest | undefined;
}

export interface LiveDigest {
  /** Absent if no network answered, or the papers could not be named. */
  digest?: Digest;
  /** How asking each network went. */
  answers: ReadonlyMap<Network, Answer<Talk[]>>;
  /** What is missing, if there is no digest. */
  failure?: Failed;
}

/** Trouble is told, and not asked about again: the next time is tomorrow, or when the reader presses the button. */
const ONCE = { tries: 1 };

/** Asks, and makes the digest. Throws only on an abort. */
export async function liveDigest(
  outside: Outside,
  addresses: Addresses,
  question: LiveQuestion,
): Promise<LiveDigest> {
  const { now, earlier } = question;
  const day = hotDay(now);
  const answers = await askAll(outside, addresses, day, question);
  const before = earlier?.date === day.date ? earlier : undefined;
  const failure = [...answers.values()].find((answer) => answer.state === "failed");
  const isAnswered = [...answers.values()].some(({ state }) => state === "ok");
  if (failure && !isAnswered && !(question.alone && before)) return { answers, failure };

  const talk = new Map<Network, Talk[]>();
  const sources: SourceState[] = [];
  for (const network of NETWORKS) {
    const answer = answers.get(network);
    const known = before ? talkIn(before, network) : [];
    const said = answer ? withEarlier(answer, known) : known;
    if (answer?.state === "ok" || said.length > 0) talk.set(network, said);
    const state = answer
      ? stateOf(network, answer)
      : before?.sources?.find(({ source }) => source === network);
    if (state) sources.push(state);
  }

  const all = rankPapers(talk);
  const ids = all.slice(0, NAMED_AT_ONCE).map(({ id }) => id);
  const names = new Map<PaperId, Names>(before ? namesIn(before) : []);
  // Only arXiv tells categories: a paper that has some was named by it before.
  const unnamed = ids.filter((id) => !names.get(id)?.categories?.length);
  const told =
    unnamed.length > 0
      ? await askNames(outside, addresses, unnamed, { ...ONCE, most: MOST_FOR_NAMES })
      : undefined;
  for (const [id, own] of namesFrom(talk)) if (!names.get(id)?.categories?.length) names.set(id, own);
  if (told?.state === "ok") for (const [id, own] of told.facts) names.set(id, own);
  // One without a name from any source is a link to nowhere, or one that we could not ask about.
  const named = new Map([...talk].map(([network, own]) => [network, own.filter(({ id }) => names.has(id))]));
  const ranked = rankPapers(named).slice(0, MOST_PAPERS);
  if (told?.state === "failed" && ranked.length === 0) return { answers, failure: told };

  const namesBefore = before?.sources?.find(({ source }) => source === "arxiv");
  if (told) sources.push(namesState(told));
  else if (namesBefore) sources.push(namesBefore);
  const digest = makeDigest({ date: day.date, ranked, names, talk, mixed: talk.size > 1, sources });
  return { digest, answers };
}

/** Asks the wanted sources, one after the other. */
async function askAll(
  outside: Outside,
  addresses: Addresses,
  day: HotDay,
  { requests, searches, alphaxiv = false, alone = false }: LiveQuestion,
): Promise<Map<Network, Answer<Talk[]>>> {
  const answers = new Map<Network, Answer<Talk[]>>();
  if (!alone) {
    answers.set("hackernews", await askHackerNews(outside, addresses, day, ONCE));
    answers.set("huggingface", await someHuggingFace(outside, addresses, day, requests));
  }
  // Labels, which come with the posts, are honoured. Declarations (`askOptedOut`) are for lists that are published: two requests for each
  // author, also to arbitrary servers, would no longer be a handful.
  if (searches > 0)
    answers.set("bluesky", await askBluesky(outside, addresses, { ...day, parts: searches }, ONCE));
  if (alphaxiv) answers.set("twitter", await askAlphaxiv(outside, addresses, ONCE));
  return answers;
}

/** Hugging Face's newest days, as many as there are requests for, besides the one for names. */
async function someHuggingFace(
  outside: Outside,
  addresses: Addresses,
  day: HotDay,
  requests: number,
): Promise<Answer<Talk[]>> {
  const all = huggingFaceDates(day.from, day.until);
  const dates = all.slice(0, Math.min(requests, MOST_REQUESTS) - 2);
  const answer = await askHuggingFace(outside, addresses, dates, { ...ONCE, pages: 1 });
  return answer.state === "ok" && dates.length < all.length ? { ...answer, complete: false } : answer;
}

const namesState = (told: Answer<unknown>): SourceState =>
  told.state === "ok"
    ? { source: "arxiv", state: "ok", at: told.at, complete: told.complete, ...joined(told.notes) }
    : { source: "arxiv", state: "failed", at: told.at, reason: told.reason, ...joined([told.detail]) };
