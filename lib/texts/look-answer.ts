/** What networks said when they were asked about one paper, in the form in which chips and posts are shown. */
import type { Counts, Post, SourceState } from "../digest/digest.ts";
import type { LookReply, NetworkLook } from "../messages/messages.ts";

export interface LookAnswer {
  counts: Counts[];
  posts: Post[];
  /** Every network that was asked. */
  sources: SourceState[];
}

export function lookAnswer({ at, networks }: LookReply): LookAnswer {
  const known = networks.filter((each) => each.state === "known");
  const asked = new Date(at).toISOString().slice(0, 19);
  return {
    counts: known.map(({ counts }) => counts),
    posts: known.flatMap(({ posts }) => posts),
    sources: networks.map((each) => ({ source: each.network, at: asked, ...stateOf(each) })),
  };
}

const stateOf = (each: NetworkLook) =>
  each.state === "failed"
    ? { state: "failed" as const, reason: each.reason }
    : { state: "ok" as const, complete: true };
