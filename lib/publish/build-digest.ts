/**
 * A day's digest from live sources: which day, who talks, in which order, what the papers are called. No file and no screen
 * here: the same code serves the command line and the extension.
 */
import type { Digest, Network, SourceState } from "../digest/digest.ts";
import type { PaperId } from "../paper/paper-id.ts";
import { NETWORKS } from "../ranking/network-rank.ts";
import type { Ranked } from "../ranking/mixed-rank.ts";
import { rankPapers, talkUnder } from "../ranking/rank-papers.ts";
import type { TalkByNetwork } from "../ranking/rank-papers.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Failed } from "../sources/answer.ts";
import { askNames } from "../sources/arxiv-names.ts";
import { withoutAuthors } from "../sources/bluesky-count.ts";
import { askOptedOut } from "../sources/bluesky-declaration.ts";
import type { Outside } from "../sources/outside.ts";
import type { Names, Talk } from "../sources/talk.ts";
import { joined, makeDigest, namesFrom, stateOf } from "../today/make-digest.ts";
import { askDay } from "./ask-day.ts";
import type { AskedDay } from "./ask-day.ts";
import { askNetworks } from "./ask-networks.ts";
import type { BuildSettings } from "./build-settings.ts";

/** Steps of a build, told as they end, for whoever shows progress. */
export interface Step {
  name: "day" | Network | "names";
  state: "ok" | "failed";
  /** One English sentence. */
  text: string;
}

export type Build =
  | { state: "built"; digest: Digest }
  /** arXiv has no list of the day that was asked for, or not yet. */
  | { state: "no-day" }
  /** By the calendar there should be one, but arXiv still has the one before. */
  | { state: "not-yet"; why: string }
  /** No network answered, or arXiv did not say what is new where that is needed. */
  | { state: "failed"; why: string };

/** Only these papers' talk. */
const only = (talk: TalkByNetwork, keep: (id: PaperId) => boolean): TalkByNetwork =>
  new Map([...talk].map(([network, papers]) => [network, papers.filter(({ id }) => keep(id))]));

/** What is found while the list is being made: names, papers that are out, authors that were asked about. */
interface Findings {
  names: Map<PaperId, Names>;
  asked: Set<PaperId>;
  rejected: Set<PaperId>;
  authors: Set<string>;
  notes: string[];
  failures: Failed[];
  at?: string;
}

async function nameMore(outside: Outside, addresses: Addresses, ranked: readonly Ranked[], found: Findings) {
  // A hundred at once, so that the ones that move up when others fall out are named already.
  const ids = ranked.map(({ id }) => id).filter((id) => !found.names.has(id) && !found.asked.has(id));
  const some = ids.slice(0, 100);
  const answer = await askNames(outside, addresses, some);
  for (const id of some) found.asked.add(id);
  found.at = answer.at;
  if (answer.state === "failed") {
    found.failures.push(answer);
    found.notes.push(`names: ${answer.detail}`);
    // Asking for the next hundred would fail the same way, and each costs patience.
    for (const id of ids) found.asked.add(id);
    return;
  }
  found.notes.push(...answer.notes);
  for (const [id, names] of answer.facts) found.names.set(id, names);
}

const blueskyAuthors = (talk: TalkByNetwork, ids: ReadonlySet<PaperId>): string[] => {
  const posts = (talk.get("bluesky") ?? []).filter(({ id }) => ids.has(id)).flatMap((paper) => paper.posts);
  return [...new Set(posts.flatMap(({ authorId }) => (authorId === undefined ? [] : [authorId])))].toSorted();
};

/** True where the paper has a name, from wherever, and is in the wanted categories as far as they are known. */
function fits(names: Names | undefined, categories: readonly string[]): boolean {
  if (!names) return false;
  return categories.length === 0 || names.categories.some((name) => categories.includes(name));
}

/**
 * The first papers that have a name, are in the wanted categories and are not carried by people who opted out. Each turn
 * asks for what the top of the list still lacks; a paper that falls out makes room for the next.
 */
async function settle(
  outside: Outside,
  addresses: Addresses,
  everything: TalkByNetwork,
  settings: BuildSettings,
  found: Findings,
): Promise<{ talk: TalkByNetwork; ranked: Ranked[] }> {
  let talk = everything;
  const spare = namesFrom(everything);
  for (;;) {
    const all = rankPapers(talk, settings.rule);
    const top = all.slice(0, settings.most);
    if (top.some(({ id }) => !found.names.has(id) && !found.asked.has(id))) {
      await nameMore(outside, addresses, all, found);
      continue;
    }
    const wrong = top.filter(({ id }) => !fits(found.names.get(id) ?? spare.get(id), settings.categories));
    if (wrong.length > 0) {
      for (const { id } of wrong) found.rejected.add(id);
      talk = only(talk, (id) => !found.rejected.has(id));
      continue;
    }
    const dids = blueskyAuthors(talk, new Set(top.map(({ id }) => id))).filter(
      (did) => !found.authors.has(did),
    );
    if (dids.length > 0) {
      const { optedOut, unknown } = await askOptedOut(outside, addresses, dids);
      for (const did of dids) found.authors.add(did);
      if (unknown.size > 0) found.notes.push(`${unknown.size} authors' wishes could not be read`);
      if (optedOut.size > 0) {
        talk = new Map([...talk, ["bluesky", withoutAuthors(talk.get("bluesky") ?? [], optedOut)]]);
        continue;
      }
    }
    for (const { id } of top) {
      const names = found.names.get(id) ?? spare.get(id);
      if (names) found.names.set(id, names);
    }
    return { talk, ranked: top };
  }
}

function arxivState({ failures, notes }: AskedDay, found: Findings, at: string): SourceState {
  const all = [...failures, ...found.failures];
  const note = joined([...notes, ...found.notes]);
  // Some of arXiv's answers may do without others: it failed as a source only when names are missing.
  return found.failures.length > 0
    ? { source: "arxiv", state: "failed", at, reason: found.failures[0]!.reason, ...note }
    : { source: "arxiv", state: "ok", at, complete: all.length === 0, ...note };
}

/**
 * Builds the digest of one day. `now` is the instant that the whole build takes for now, so that one which is continued later
 * asks the same questions. Throws only on an abort; what failed is in the digest, or in the result's words.
 */
export async function buildDigest(
  outside: Outside,
  addresses: Addresses,
  settings: BuildSettings,
  now: number,
  step: (step: Step) => void = () => undefined,
): Promise<Build> {
  const asked = await askDay(outside, addresses, settings, now);
  if (!asked) return { state: "no-day" };
  const { day, newIds } = asked;
  step({
    name: "day",
    state: asked.failures.length > 0 ? "failed" : "ok",
    text: [`${day.date} (${asked.confirmation})`, ...asked.notes].join("; "),
  });
  if (settings.papers === "new" && !newIds)
    return { state: "failed", why: `arXiv: ${asked.notes.join("; ")}` };
  if (settings.papers === "new" && asked.confirmation === "late" && day.date === settings.date) {
    return { state: "not-yet", why: `arXiv has no list of ${day.date} yet` };
  }

  const answers = await askNetworks(outside, addresses, day, settings, now, (network, answer) =>
    step({
      name: network,
      state: answer.state,
      text:
        answer.state === "ok"
          ? [`${answer.facts.length} papers${answer.complete ? "" : ", not complete"}`, ...answer.notes].join(
              "; ",
            )
          : `${answer.reason}: ${answer.detail}`,
    }),
  );
  const told = new Map<Network, Talk[]>();
  for (const network of NETWORKS) {
    const answer = answers.get(network);
    if (answer?.state === "ok") told.set(network, answer.facts);
  }
  if (told.size === 0) return { state: "failed", why: "no network answered" };

  const found: Findings = {
    names: new Map(asked.names),
    asked: new Set(),
    rejected: new Set(),
    authors: new Set(),
    notes: [],
    failures: [],
  };
  const wanted = newIds && settings.papers === "new" ? only(told, (id) => newIds.has(id)) : told;
  const { talk, ranked } = await settle(outside, addresses, wanted, settings, found);
  if (ranked.length === 0 && found.failures.length > 0) {
    return { state: "failed", why: `arXiv did not name the papers: ${found.failures[0]!.detail}` };
  }
  step({
    name: "names",
    state: found.failures.length > 0 ? "failed" : "ok",
    text: [`${ranked.length} papers named`, ...found.notes].join("; "),
  });

  const states = [...answers].map(([network, answer]) => stateOf(network, answer));
  const at =
    found.at ??
    states
      .map((state) => state.at)
      .toSorted()
      .at(-1)!;
  const sources = [...states, arxivState(asked, found, at)];
  return {
    state: "built",
    digest: makeDigest({
      date: day.date,
      ranked,
      names: found.names,
      talk: talkUnder(talk, settings.rule),
      mixed: told.size > 1,
      sources,
    }),
  };
}
