/** Replaces sources that do not answer now by the digest of the day that is there already; its states say so. */
import type { Digest, Network, SourceState } from "../../digest/digest.ts";
import { NETWORKS } from "../../digest/networks.ts";
import type { Answer, Failed } from "../sources/answer.ts";
import type { Talk } from "../sources/talk.ts";
import { talkIn, withEarlier } from "../earlier.ts";
import { joined, stateOf } from "../make-digest.ts";

/** How asking arXiv went: for days, new papers and names. */
export function arxivState(
  failure: Failed | undefined,
  notes: readonly string[],
  at: string,
  complete: boolean,
  earlier: Digest | undefined,
): SourceState {
  if (!failure) return { source: "arxiv", state: "ok", at, complete, ...joined(notes) };
  const failed = { source: "arxiv", state: "failed", at, reason: failure.reason, ...joined(notes) } as const;
  return keptState(earlier, failed) ?? failed;
}

/** The state that an earlier run had of this source, whose facts replace an answer that failed now. */
function keptState(earlier: Digest | undefined, failed: SourceState): SourceState | undefined {
  const before = earlier?.sources?.find(({ source }) => source === failed.source);
  if (before?.state !== "ok") return undefined;
  const why = joined([`kept from the run of ${before.at}`, `not now: ${failed.note ?? failed.reason}`]);
  return { source: failed.source, state: "ok", at: before.at, complete: false, ...why };
}

/** What the networks say; for one that does not answer now, what the digest that is there already has of it. */
export function talkWithEarlier(
  answers: ReadonlyMap<Network, Answer<Talk[]>>,
  earlier: Digest | undefined,
): { told: Map<Network, Talk[]>; states: SourceState[] } {
  const told = new Map<Network, Talk[]>();
  const states: SourceState[] = [];
  for (const [network, answer] of answers) {
    const now = stateOf(network, answer);
    const kept = answer.state === "failed" ? keptState(earlier, now) : undefined;
    states.push(kept ?? now);
    const known = earlier && (kept || answer.state === "ok") ? talkIn(earlier, network) : [];
    if (kept || answer.state === "ok") told.set(network, withEarlier(answer, known));
  }
  const inOrder = [...told].toSorted(([a], [b]) => NETWORKS.indexOf(a) - NETWORKS.indexOf(b));
  return { told: new Map(inOrder), states };
}
