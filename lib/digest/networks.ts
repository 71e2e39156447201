/** The networks, in the order in which counts, ranks and posts are written. The index keeps a network's place in it: new ones go last. */
export const NETWORKS = ["twitter", "bluesky", "huggingface", "hackernews"] as const;

export type Network = (typeof NETWORKS)[number];

/** Sites that count for others: they have a page for each paper with its posts on X. */
export const COUNTERS = ["alphaxiv"] as const;

export type Counter = (typeof COUNTERS)[number];

export const isNetwork = (text: string): text is Network => (NETWORKS as readonly string[]).includes(text);
