/** The networks, in the order in which counts, ranks and posts are written. The index keeps a network's place in it: new ones go last. */
export const NETWORKS = ["twitter", "bluesky", "huggingface", "hackernews"] as const;

export type Network = (typeof NETWORKS)[number];

export const isNetwork = (text: string): text is Network => (NETWORKS as readonly string[]).includes(text);
