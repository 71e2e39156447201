/** Asks every network that the publisher wants, one after the other. */
import { timeOf } from "../../digest/calendar-date.ts";
import type { HotDay } from "../calendar/hot-day.ts";
import type { Network } from "../../digest/digest.ts";
import { askCollectedOrSearch } from "../jetstream/ask-collected.ts";
import type { Addresses } from "../sources/addresses.ts";
import { askAlphaxiv } from "../sources/alphaxiv.ts";
import type { Answer, Failed } from "../sources/answer.ts";
import { askBluesky } from "../sources/bluesky.ts";
import { askBlueskySignedIn } from "../sources/bluesky-signed-in.ts";
import { blueskySession } from "../sources/bluesky-session.ts";
import { askHackerNews } from "../sources/hackernews.ts";
import { askHuggingFace, huggingFaceDates } from "../sources/huggingface.ts";
import type { Outside } from "../../net/outside.ts";
import type { Talk } from "../sources/talk.ts";
import { askX } from "../sources/x.ts";
import type { AskedNetwork, BuildSettings } from "./build-settings.ts";

/** Whose figures an asked service gives. */
const networkOf = (asked: AskedNetwork): Network => (asked === "alphaxiv" ? "twitter" : asked);

/** alphaXiv tells what is talked about now, and nothing about past days. */
const NOT_THEN: Failed = {
  state: "failed",
  at: "",
  reason: "missing",
  detail: "alphaXiv tells of today alone, and this day is over",
};

/** Bluesky's search, signed in if the publisher has an account. */
function searchBluesky(
  outside: Outside,
  addresses: Addresses,
  day: HotDay,
  settings: BuildSettings,
): Promise<Answer<Talk[]>> {
  if (!settings.bluesky) return askBluesky(outside, addresses, day);
  const session = blueskySession(outside, addresses.blueskyServer, settings.bluesky);
  return askBlueskySignedIn(outside, addresses, { ...day, session });
}

/** The answer of one network for the hours of this day; undefined if it is not among the wanted ones. */
async function askNetwork(
  network: AskedNetwork,
  outside: Outside,
  addresses: Addresses,
  day: HotDay,
  settings: BuildSettings,
  now: number,
): Promise<Answer<Talk[]> | undefined> {
  if (!settings.networks.includes(network)) return undefined;
  if (network === "huggingface") {
    return askHuggingFace(outside, addresses, huggingFaceDates(day.from, day.until));
  }
  if (network === "alphaxiv")
    return day.closes <= now ? { ...NOT_THEN, at: timeOf(outside.now()) } : askAlphaxiv(outside, addresses);
  if (network === "hackernews") return askHackerNews(outside, addresses, day);
  if (network === "bluesky") {
    const collected = await settings.collected?.(day.from, day.until);
    const search = () => searchBluesky(outside, addresses, day, settings);
    return collected ? askCollectedOrSearch(outside, addresses, collected, day, search) : search();
  }
  return settings.x && askX(outside, addresses, { from: day.from, until: day.until, now, ...settings.x });
}

/** The order of asking: quick and keyless first, so that trouble with a slow one is seen last. */
export const ASKING_ORDER: readonly AskedNetwork[] = [
  "huggingface",
  "hackernews",
  "bluesky",
  "twitter",
  "alphaxiv",
];

/** `told` is called after each answer. */
export async function askNetworks(
  outside: Outside,
  addresses: Addresses,
  day: HotDay,
  settings: BuildSettings,
  now: number,
  told: (network: Network, answer: Answer<Talk[]>) => void,
): Promise<Map<Network, Answer<Talk[]>>> {
  const answers = new Map<Network, Answer<Talk[]>>();
  for (const asked of ASKING_ORDER) {
    const answer = await askNetwork(asked, outside, addresses, day, settings, now);
    if (!answer) continue;
    const network = networkOf(asked);
    answers.set(network, answer);
    told(network, answer);
  }
  return answers;
}
