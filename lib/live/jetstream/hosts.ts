/** Where Jetstream is asked. */
import { COLLECTION, LONGEST_EVENT } from "./event.ts";

/** Bluesky's own four, which keep the last day and a half for all. They are independent: each has its own times for the same events. */
export const PUBLIC_HOSTS: readonly string[] = [
  "wss://jetstream1.us-east.bsky.network",
  "wss://jetstream2.us-east.bsky.network",
  "wss://jetstream1.us-west.bsky.network",
  "wss://jetstream2.us-west.bsky.network",
];

/** What those hosts keep, in hours: Jetstream's own default. */
export const REPLAY_HOURS = 36;

/** The stream of posts from a time on (microseconds since 1970). */
export const streamAddress = (host: string, cursor: number): string =>
  `${host}/subscribe?${new URLSearchParams({
    wantedCollections: COLLECTION,
    maxMessageSizeBytes: String(LONGEST_EVENT),
    cursor: String(cursor),
  })}`;
