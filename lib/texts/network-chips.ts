/** What is known of a paper network by network, as chips: figures, "–" if a network has nothing, "?" if it did not answer. */
import { NETWORKS } from "../digest/networks.ts";
import type { Counts, Entry, Network, Post, SourceState } from "../digest/digest.ts";
import { figures, markOf, nameOf } from "./badge-text.ts";
import { moment, ordinal, shortDate } from "./format.ts";
import { troubleWords } from "./network-text.ts";
import { text } from "./text.ts";

export interface NetworkChip {
  network: Network;
  /** Two letters or so. */
  mark: string;
  /** The network's own name. */
  name: string;
  state: "known" | "unknown" | "failed";
  /** "12 reposts · 40 likes", "–", "?" */
  words: string;
  /** "1st", if the list's order was mixed from this rank too. */
  rank?: string;
  /** At length: when it was counted, or why there is nothing. */
  hint: string;
  /** Where people talk about the paper there. */
  url?: string;
}

interface Known {
  /** The paper's. */
  id: string;
  counts: Entry["counts"];
  /** The hottest of each network first. */
  posts: readonly Post[];
  ranks?: Entry["ranks"] | undefined;
  sources?: readonly SourceState[] | undefined;
}

/** Whether the only figures are those of the archive's one network, which need no name beside them. */
export const isTwitterAlone = ({ counts, sources = [] }: Pick<Known, "counts" | "sources">): boolean =>
  counts.every(({ network, by }) => network === "twitter" && !by) &&
  sources.every(({ source }) => source === "arxiv");

/** A chip for each network that was asked or has a figure, in their fixed order. */
export function networkChips({ id, counts, posts, sources = [], ranks = {} }: Known): NetworkChip[] {
  return NETWORKS.flatMap((network) => {
    const own = counts.find((each) => each.network === network);
    const asked = sources.find(({ source }) => source === network);
    const words = own ? figures(own).map((figure) => figure.words) : [];
    if (!asked && words.length === 0) return [];
    // Twitter is no longer asked: X is.
    const whose = own ?? { network, ...(network === "twitter" && { by: "alphaxiv" as const }) };
    const name = nameOf(whose);
    const chip = { network, mark: markOf(whose), name };
    const rank = ranks[network];
    if (own && words.length > 0) {
      const url = discussionOf(network, id, posts);
      return {
        ...chip,
        state: "known" as const,
        words: words.join(" · "),
        hint: countedHint(own, name),
        ...(rank !== undefined && { rank: ordinal(rank) }),
        ...(url !== undefined && { url }),
      };
    }
    if (asked?.state !== "failed")
      return { ...chip, state: "unknown" as const, words: "–", hint: text("chipUnknown", name) };
    const why = troubleWords(asked.reason ?? "");
    return { ...chip, state: "failed" as const, words: "?", hint: text("chipFailed", name, why) };
  });
}

/** The time of the figures, and their source if it is not the network. */
function countedHint(own: Counts, name: string): string {
  if (own.at === undefined) return name;
  return text(own.by ? "chipCountedByAlphaxiv" : "chipCounted", name, timeOf(own));
}

/** Hugging Face has a page for each of its papers; elsewhere the link leads to the hottest post. */
const discussionOf = (network: Network, id: string, posts: readonly Post[]): string | undefined =>
  network === "huggingface"
    ? `https://huggingface.co/papers/${id}`
    : posts.find((post) => post.network === network)?.url;

/** The archive's makers counted in their own local time, so only the day is certain; live sources are counted in UTC. */
const timeOf = ({ network, by, at = "" }: Counts): string =>
  network === "twitter" && !by ? shortDate(at.slice(0, 10)) : moment(Date.parse(`${at}Z`));
