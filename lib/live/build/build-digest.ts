/**
 * A day's digest from live sources: which day, who talks, in which order, what the papers are called. No file and no screen
 * here: the same code serves the command line and the extension.
 */
import { hotDayOf } from "../calendar/hot-day.ts";
import type { Digest, Network } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { isWithin } from "../../paper/taxonomy.ts";
import type { Ranked } from "../ranking/mixed-rank.ts";
import { rankPapers, talkUnder } from "../ranking/rank-papers.ts";
import type { TalkByNetwork } from "../ranking/rank-papers.ts";
import type { Addresses } from "../sources/addresses.ts";
import type { Answer, Failed } from "../sources/answer.ts";
import { askNames } from "../sources/arxiv-names.ts";
import { withoutAuthors } from "../sources/bluesky-count.ts";
import { askOptedOut } from "../sources/bluesky-declaration.ts";
import type { Outside } from "../../net/outside.ts";
import type { Names, Talk } from "../sources/talk.ts";
import { namesIn } from "../earlier.ts";
import { makeDigest, namesFrom } from "../make-digest.ts";
import { askDay } from "./ask-day.ts";
import type { AskedDay } from "./ask-day.ts";
import { askNetworks } from "./ask-networks.ts";
import type { BuildSettings } from "./build-settings.ts";
import { arxivState, talkWithEarlier } from "./kept-from-earlier.ts";
import { causeText, NETWORK_NAMES } from "../../feeds/publish/wording.ts";

/** Steps of a build, told as they end, to show progress. */
export interface Step {
  name: "day" | Network | "names";
  state: "ok" | "failed";
  /** One English sentence. */
  text: string;
}

export type Build =
  | {
      state: "built";
      digest: Digest;
      /** At least one source did not answer, even if its earlier answer is used instead. */
      sourceFailed: boolean;
    }
  /** arXiv has no list of the day that was asked for: a weekend, a holiday, or a day to come. */
  | { state: "no-day"; why: string }
  /** By the calendar there should be one, but arXiv still has the one before. */
  | { state: "not-yet"; why: string }
  /** No network answered, or arXiv did not say what is new if that is needed. */
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

/** What the digest of this day that is there already knows. */
export type EarlierDigest = (date: string) => Promise<Digest | undefined>;

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

/** True if the paper has a name, from any source, and is known to be in one of the wanted categories or archives. */
function fits(names: Names | undefined, categories: readonly string[]): boolean {
  if (!names) return false;
  return (
    categories.length === 0 ||
    names.categories.some((name) => categories.some((wanted) => isWithin(name, wanted)))
  );
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
  earlier: Digest | undefined,
): Promise<{ talk: TalkByNetwork; ranked: Ranked[] }> {
  let talk = everything;
  const spare = namesFrom(everything);
  for (const [id, names] of earlier ? namesIn(earlier) : [])
    if (names.categories.length > 0 || !spare.has(id)) spare.set(id, names);
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

const stepOf = (name: Network, answer: Answer<Talk[]>): Step => ({
  name,
  state: answer.state,
  text:
    answer.state === "ok"
      ? [`${answer.facts.length} papers${answer.complete ? "" : ", not complete"}`, ...answer.notes].join(
          "; ",
        )
      : causeText(answer.reason, answer.detail),
});

/** Why arXiv has no list of the day that was asked for. */
function noDay(date: string | undefined, now: number): string {
  if (date === undefined) return "arXiv has no list of this day";
  if (hotDayOf(date, now)) return `${date} is in the future`;
  return `arXiv has no list of ${date}: a weekend or a holiday`;
}

/** Why arXiv told too little about the day for a digest of new papers; undefined if it told enough. */
function tooEarly(
  { confirmation, day, newIds, notes }: AskedDay,
  settings: BuildSettings,
): Build | undefined {
  if (settings.papers !== "new") return undefined;
  if (confirmation === "late" && day.date === settings.date)
    return { state: "not-yet", why: `arXiv has no list of ${day.date} yet` };
  return newIds ? undefined : { state: "failed", why: `arXiv: ${notes.join("; ")}` };
}

/**
 * Builds the digest of one day. `now` is the instant that the whole build takes for now, so that one which is continued later
 * asks the same questions. Throws only on an abort; what failed is in the digest, or in the result's words.
 *
 * @param before gives the digest of the day that is there already, for sources that do not answer now
 */
export async function buildDigest(
  outside: Outside,
  addresses: Addresses,
  settings: BuildSettings,
  now: number,
  step: (step: Step) => void = () => undefined,
  before: EarlierDigest = () => Promise.resolve(undefined),
): Promise<Build> {
  const asked = await askDay(outside, addresses, settings, now);
  if (!asked) return { state: "no-day", why: noDay(settings.date, now) };
  const { day, newIds } = asked;
  step({
    name: "day",
    state: asked.failures.length > 0 ? "failed" : "ok",
    text: [`${day.date} (${asked.confirmation})`, ...asked.notes].join("; "),
  });
  const early = tooEarly(asked, settings);
  if (early) return early;

  const answers = await askNetworks(outside, addresses, day, settings, now, (network, answer) =>
    step(stepOf(network, answer)),
  );
  if ([...answers.values()].every(({ state }) => state === "failed"))
    return { state: "failed", why: noNetwork(answers) };
  // The archive's rule goes by each post's figures, which a digest does not keep.
  const earlier = settings.rule ? undefined : await before(day.date);
  const { told, states } = talkWithEarlier(answers, earlier);

  const found: Findings = {
    names: new Map(asked.names),
    asked: new Set(),
    rejected: new Set(),
    authors: new Set(),
    notes: [],
    failures: [],
  };
  const wanted = newIds && settings.papers === "new" ? only(told, (id) => newIds.has(id)) : told;
  const { talk, ranked } = await settle(outside, addresses, wanted, settings, found, earlier);
  if (ranked.length === 0 && found.failures.length > 0) {
    return { state: "failed", why: `arXiv did not name the papers: ${found.failures[0]!.detail}` };
  }
  step({
    name: "names",
    state: found.failures.length > 0 ? "failed" : "ok",
    text: [`${ranked.length} papers named`, ...found.notes].join("; "),
  });
  const [arxivFailure] = found.failures;
  const notes = [...asked.notes, ...found.notes];
  // Not all of arXiv's answers may be needed: it failed as a source only if names are missing.
  const complete = asked.complete && asked.failures.length === 0;
  const at =
    found.at ??
    states
      .map((state) => state.at)
      .toSorted()
      .at(-1)!;
  return {
    state: "built",
    sourceFailed: found.failures.length > 0 || [...answers.values()].some(({ state }) => state === "failed"),
    digest: makeDigest({
      date: day.date,
      ranked,
      names: found.names,
      talk: talkUnder(talk, settings.rule),
      mixed: told.size > 1,
      sources: [...states, arxivState(arxivFailure, notes, at, complete, earlier)],
    }),
  };
}

const noNetwork = (answers: ReadonlyMap<Network, Answer<Talk[]>>): string => {
  const causes = [...answers].map(
    ([network, answer]) =>
      `${NETWORK_NAMES[network]}: ${answer.state === "failed" ? causeText(answer.reason, answer.detail) : "nothing"}`,
  );
  return ["no network answered", ...causes].join("; ");
};
