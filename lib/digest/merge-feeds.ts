import type { Digest, Entry, SourceState } from "./digest.ts";

/**
 * One list of a day from several feeds. The preferred feed's digest is the list; papers that only others name follow in their order,
 * ranked after it. A paper in several is one paper with the counts of all: of two counts of one network the preferred feed's are taken,
 * because a network answers all feeds alike.
 *
 * @param digests of one day, at least one, the preferred first
 */
export function mergeFeeds(digests: readonly Digest[]): Digest {
  const [first, ...others] = digests as [Digest, ...Digest[]];
  if (others.length === 0) return first;
  const papers = new Map(first.papers.map((entry) => [entry.id, entry]));
  let rank = first.papers.reduce((last, entry) => Math.max(last, entry.rank), 0);
  for (const entry of others.flatMap((digest) => digest.papers.toSorted((a, b) => a.rank - b.rank))) {
    const known = papers.get(entry.id);
    papers.set(entry.id, known ? together(known, entry) : { ...entry, rank: (rank += 1) });
  }
  return { ...first, papers: [...papers.values()], ...sourcesOf(digests) };
}

/** Each source once: the preferred feed's state counts, but an answer beats a failure. */
function sourcesOf(digests: readonly Digest[]): Pick<Digest, "sources"> {
  const states = new Map<string, SourceState>();
  for (const state of digests.flatMap(({ sources = [] }) => sources)) {
    const known = states.get(state.source);
    if (!known || (known.state === "failed" && state.state === "ok")) states.set(state.source, state);
  }
  return states.size > 0 ? { sources: [...states.values()] } : {};
}

function together(entry: Entry, other: Entry): Entry {
  const networks = new Set(entry.counts.map(({ network }) => network));
  const posts = new Map(entry.posts.map((post) => [`${post.network}:${post.id}`, post]));
  for (const post of other.posts) {
    const key = `${post.network}:${post.id}`;
    const known = posts.get(key);
    posts.set(key, known ? { ...post, ...known } : post);
  }
  // Another feed's mix does not tell how the preferred one mixed its order.
  const { ranks: _, ...others } = other;
  return {
    ...others,
    ...entry,
    counts: [...entry.counts, ...other.counts.filter(({ network }) => !networks.has(network))],
    posts: [...posts.values()],
  };
}
