/** The switch for posts on X, through alphaXiv: what it brings into "Today, live", and takes out of it again. */
import type { Digest, Entry, Network } from "../digest/digest.ts";
import { NETWORKS } from "../digest/networks.ts";
import { changeFeedSettings } from "../settings/feeds.ts";
import type { Outside } from "../net/outside.ts";
import { warn } from "../warn.ts";
import type { Asker } from "./ask-live.ts";
import { hotDay } from "./calendar/hot-day.ts";
import { talkIn } from "./earlier.ts";
import { isLiveOn, liveContents, liveDigests, replaceLiveDigests } from "./live-feed.ts";
import { setLiveAlarm } from "./live-schedule.ts";
import { rankPapers } from "./ranking/rank-papers.ts";
import type { Talk } from "./sources/talk.ts";
import { unlessStopped } from "./stoppable-turns.ts";
import type { StoppableTurns } from "./stoppable-turns.ts";

/** In "Today, live" no other source tells of this network. */
const ITS: Network = "twitter";

const hasIts = ({ sources = [] }: Digest): boolean => sources.some(({ source }) => source === ITS);

/** A digest without what alphaXiv told; undefined if nothing is left. */
export function withoutAlphaxiv(digest: Digest): Digest | undefined {
  const talk = new Map<Network, Talk[]>();
  for (const network of NETWORKS) {
    const own = network === ITS ? [] : talkIn(digest, network);
    if (own.length > 0) talk.set(network, own);
  }
  const entries = new Map<string, Entry>(digest.papers.map((entry) => [entry.id, entry]));
  const papers = rankPapers(talk).flatMap(({ id, ranks }, at): Entry[] => {
    const entry = entries.get(id);
    if (!entry) return [];
    const { ranks: _, ...facts } = entry;
    const counts = facts.counts.filter(({ network }) => network !== ITS);
    const posts = facts.posts.filter(({ network }) => network !== ITS);
    return [{ ...facts, rank: at + 1, counts, posts, ...(talk.size > 1 && { ranks }) }];
  });
  if (papers.length === 0) return undefined;
  return { ...digest, papers, sources: (digest.sources ?? []).filter(({ source }) => source !== ITS) };
}

interface AlphaxivSwitch {
  turns: StoppableTurns;
  ask: Asker["ask"];
  now: Outside["now"];
  /** Called after the index changed. */
  onChange: () => Promise<void>;
}

/**
 * Gives what switches it on or off. On, it is asked at once if "Today, live" is on, and all others only if they were not asked today; off,
 * what it told is taken out of the lists.
 */
export function createAlphaxivSwitch({
  turns: { inTurn, interrupt },
  ask,
  now,
  onChange,
}: AlphaxivSwitch): (on: boolean) => Promise<void> {
  const askNow = () =>
    unlessStopped(
      inTurn(async (signal) => {
        if (!(await isLiveOn())) return;
        const { newest } = await liveContents();
        await ask(newest === hotDay(now()).date ? "alphaxiv" : "seen", signal);
        await setLiveAlarm(now);
      }),
    );
  return async (on) => {
    await interrupt(async () => {
      await changeFeedSettings(() => ({ alphaxiv: on }));
      if (on) return;
      const digests = await liveDigests();
      if (!digests.some(hasIts)) return;
      await replaceLiveDigests(
        digests.flatMap((digest) => (hasIts(digest) ? (withoutAlphaxiv(digest) ?? []) : digest)),
      );
      await onChange();
    });
    if (on) void askNow().catch(warn);
  };
}
