/** The digests that ship with the extension: each set is a feed of its own, which can be removed and restored. */
import type { CountKind, Network } from "./digest.ts";

/** Ids of the sets among the feeds. The first is as old as the extension, so its id is in every index. */
export const BUNDLED_IDS = ["archive", "huggingface"] as const;
export type BundledId = (typeof BUNDLED_IDS)[number];

/** Which network a set's figures are from, and which figures it has. */
export interface BundledSet {
  network: Network;
  figures: readonly CountKind[];
}

export const BUNDLED_SETS: Record<BundledId, BundledSet> = {
  archive: { network: "twitter", figures: ["reposts", "likes"] },
  huggingface: { network: "huggingface", figures: ["upvotes"] },
};
