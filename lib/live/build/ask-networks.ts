/** Asks every network that the publisher wants, one after the other. */
import type { HotDay } from "../calendar/hot-day.ts";
import type { Network } from "../../digest/digest.ts";
import { askCollectedOrSearch } from "../jetstream/ask-collected.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Answer } from "../sources/answer.ts";
import { askBluesky } from "../sources/bluesky.ts";
import { askBlueskySignedIn } from "../sources/bluesky-signed-in.ts";
import { blueskySession } from "../sources/bluesky-session.ts";
import { askHackerNews } from "../sources/hackernews.ts";
import { askHuggingFace, huggingFaceDates } from "../sources/huggingface.ts";
import type { Outside } from "../../net/outside.ts";
import type { Talk } from "../sources/talk.ts";
import { askX } from "../sources/x.ts";
import type { BuildSettings } from "./build-settings.ts";

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

/** The answer of one network for the hours of this day; undefined where it is not among the wanted ones. */
async function askNetwork(
  network: Network,
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
  if (network === "hackernews") return askHackerNews(outside, addresses, day);
  if (network === "bluesky") {
    const collected = await settings.collected?.(day.from, day.until);
    const search = () => searchBluesky(outside, addresses, day, settings);
    return collected ? askCollectedOrSearch(outside, addresses, collected, day, search) : search();
  }
  return settings.x && askX(outside, addresses, { from: day.from, until: day.until, now, ...settings.x });
}

/** The order of asking: quick and keyless first, so that trouble with a slow one is seen last. */
export const ASKING_ORDER: readonly Network[] = ["huggingface", "hackernews", "bluesky", "twitter"];

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
  for (const network of ASKING_ORDER) {
    const answer = await askNetwork(network, outside, addresses, day, settings, now);
    if (!answer) continue;
    answers.set(network, answer);
    told(network, answer);
  }
  return answers;
}
