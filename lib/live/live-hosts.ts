/** Whom "Today, live" asks. */
import { PUBLIC_ADDRESSES } from "./sources/addresses.ts";
import type { Addresses } from "./sources/addresses.ts";

const ASKED = [
  "huggingface",
  "hackernews",
  "bluesky",
  "blueskyPosts",
  "arxivApi",
] as const satisfies (keyof Addresses)[];

/** Addresses of its services. */
export const liveAddresses = (): string[] => ASKED.map((name) => PUBLIC_ADDRESSES[name]);
