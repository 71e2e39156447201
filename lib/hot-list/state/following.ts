/** Which papers of a hot list are followed. Loaded when a list is on show: nothing waits for it. */
import { type Follow, type Follows, keyOf } from "../../follows/follow.ts";
import { createMatcher, type Matcher, readablePaper } from "../../follows/matcher.ts";
import { followFollows, setFollows } from "../../follows/page-follows.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import type { ShownPaper } from "../shown-paper.ts";
import { isNewSince, type Visit } from "../visit.ts";

/** As a list shows it. */
export interface Following {
  /** Whether anything is followed at all. */
  some: boolean;
  isFollowed: (follow: Follow) => boolean;
  /** The papers that are, with what they are followed for: `diffusion · cs.CV`. */
  mine: ReadonlyMap<PaperId, string>;
  /** How many of them are new since the visit before; 0 at the first. */
  fresh: number;
}

export interface FollowingModel {
  /** Of these papers; undefined until it is known what is followed. */
  of: (papers: readonly ShownPaper[], before: Visit | undefined) => Following | undefined;
  /** Follows something, or stops following it. */
  set: (follow: Follow, on: boolean) => Promise<void>;
}

/** @param onChange called when it is known what is followed, and whenever that changes, until the signal ends it */
export function openFollowing(onChange: () => void, signal: AbortSignal): FollowingModel {
  let follows: Follows | undefined;
  let keys: ReadonlySet<string> = new Set();
  let match: Matcher | undefined;
  /** A list is narrowed with every key, and often stays the same. */
  let last: { papers: readonly ShownPaper[]; mine: ReadonlyMap<PaperId, string> } | undefined;
  void followFollows((next) => {
    follows = next;
    keys = new Set(next.map(keyOf));
    match = next.length > 0 ? createMatcher(next) : undefined;
    last = undefined;
    onChange();
  }, signal);

  return {
    of(papers, before) {
      if (!follows) return undefined;
      if (last?.papers !== papers) last = { papers, mine: mineOf(papers, match) };
      const { mine } = last;
      const isFresh = (paper: ShownPaper) => before && mine.has(paper.id) && isNewSince(before, paper);
      return {
        some: follows.length > 0,
        isFollowed: (follow) => keys.has(keyOf(follow)),
        mine,
        fresh: papers.filter(isFresh).length,
      };
    },
    set: (follow, on) => setFollows([{ follow, on }]),
  };
}

function mineOf(papers: readonly ShownPaper[], match: Matcher | undefined): ReadonlyMap<PaperId, string> {
  const mine = new Map<PaperId, string>();
  for (const paper of match ? papers : []) {
    const why = match?.(readablePaper(paper));
    if (why && why.length > 0) mine.set(paper.id, why.map(({ text }) => text).join(" · "));
  }
  return mine;
}
