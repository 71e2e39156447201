/** Events in Jetstream's real form (bluesky-social/jetstream, `expected_v1.jsonl`), every word and account of them invented here. */

export interface StreamEvent {
  /** Microseconds since 1970. */
  time: number;
  /** As it is sent. */
  text: string;
}

const COLLECTION = "app.bsky.feed.post";
const CID = "bafyreiinvented000000000000000000000000000000000000000000000";
const REV = "3m5inventrev2";

export const inventedDid = (n: number): string => `did:plc:invented${String(n).padStart(16, "0")}`;

/** The key of a post, as long as real ones. */
export const inventedKey = (n: number): string => `3m5i${String(n).padStart(9, "0")}`;

export const postUri = (did: string, key: string): string => `at://${did}/${COLLECTION}/${key}`;

const commitEvent = (time: number, did: string, commit: Record<string, unknown>): StreamEvent => ({
  time,
  text: JSON.stringify({ did, time_us: time, kind: "commit", commit: { rev: REV, ...commit } }),
});

export interface MadePost {
  did: string;
  key: string;
  text?: string;
  links?: readonly string[];
  embed?: unknown;
  operation?: "create" | "update";
}

/** A post that is written, or changed. */
export const posted = (time: number, { did, key, text = "", links, embed, operation = "create" }: MadePost) =>
  commitEvent(time, did, {
    operation,
    collection: COLLECTION,
    rkey: key,
    record: {
      $type: COLLECTION,
      createdAt: new Date(time / 1000 - 900).toISOString(),
      ...(embed !== undefined && { embed }),
      ...(links && {
        facets: links.map((uri) => ({
          features: [{ $type: "app.bsky.richtext.facet#link", uri }],
          index: { byteEnd: 4, byteStart: 0 },
        })),
      }),
      langs: ["en"],
      text,
    },
    cid: CID,
  });

export const deleted = (time: number, did: string, key: string): StreamEvent =>
  commitEvent(time, did, { operation: "delete", collection: COLLECTION, rkey: key });

/** An account that is closed for good, or in another state. */
export const accountEvent = (time: number, did: string, status?: string): StreamEvent => ({
  time,
  text: JSON.stringify({
    did,
    time_us: time,
    kind: "account",
    account: {
      active: status === undefined,
      did,
      seq: 31_527_015_471,
      ...(status !== undefined && { status }),
      time: new Date(time / 1000).toISOString(),
    },
  }),
});

export const card = (uri: string) => ({
  $type: "app.bsky.embed.external",
  external: { uri, title: "A card", description: "Abstract page for arXiv paper" },
});

export const quote = (uri: string) => ({ $type: "app.bsky.embed.record", record: { cid: CID, uri } });

export const quoteWithCard = (uri: string, link: string) => ({
  $type: "app.bsky.embed.recordWithMedia",
  media: card(link),
  record: quote(uri),
});

/** A number from 0 to less than 1 for each call, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LINKS = [
  (id: string) => ({ links: [`https://arxiv.org/abs/${id}`] }),
  (id: string) => ({ links: [`https://arxiv.org/pdf/${id}v2`] }),
  (id: string) => ({ embed: card(`https://www.alphaxiv.org/overview/${id}`) }),
  (id: string) => ({
    embed: quoteWithCard(postUri(inventedDid(1), inventedKey(1)), `https://hf.co/papers/${id}`),
  }),
  (id: string) => ({ links: [`https://doi.org/10.48550/arXiv.${id}`], text: "see arxiv" }),
];

/**
 * A stream from one time to another (milliseconds since 1970) with an event every `every` milliseconds: mostly small talk, every tenth one
 * about a paper, with quotes, deletions, changes and near misses.
 */
export function madeStream(from: number, until: number, every: number, seed = 1): StreamEvent[] {
  const random = seeded(seed);
  const events: StreamEvent[] = [];
  const papers: { did: string; key: string }[] = [];
  for (let at = from, n = 0; at <= until; at += every, n++) {
    const time = Math.round(at * 1000) + Math.floor(random() * 900);
    const [did, key] = [inventedDid(Math.floor(random() * 500)), inventedKey(n)];
    const earlier = papers[Math.floor(random() * papers.length)];
    const id = `2611.${String(10_000 + Math.floor(random() * 90)).padStart(5, "0")}`;
    const kind = n % 20;
    if (kind === 3 || kind === 11) {
      const link = LINKS[Math.floor(random() * LINKS.length)];
      events.push(posted(time, { did, key, text: "worth a read", ...link?.(id) }));
      papers.push({ did, key });
    } else if (kind === 5 && earlier)
      events.push(posted(time, { did, key, text: "this!", embed: quote(postUri(earlier.did, earlier.key)) }));
    else if (kind === 7 && earlier) events.push(deleted(time, earlier.did, earlier.key));
    else if (kind === 9) events.push(deleted(time, did, inventedKey(n - 1)));
    else if (kind === 13) events.push(accountEvent(time, did));
    else if (kind === 15) events.push(posted(time, { did, key, text: "no link: arxiv.org/abs/2611.10001" }));
    else if (kind === 17 && earlier && random() < 0.2)
      events.push(posted(time, { ...earlier, operation: "update", text: "changed" }));
    else events.push(posted(time, { did, key, text: "small talk about the weather" }));
  }
  return events;
}
