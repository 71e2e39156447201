/** What a publisher chooses for a digest, and the defaults. */
import type { ArchiveRule } from "../ranking/archive-rule.ts";
import type { Collected } from "../jetstream/ask-collected.ts";
import type { Credentials } from "../sources/bluesky-session.ts";

/** What can be asked today; the archive's Twitter only with a paid token, or through alphaXiv. */
export type AskedNetwork = "huggingface" | "hackernews" | "bluesky" | "twitter" | "alphaxiv";

export interface BuildSettings {
  /** `YYYY-MM-DD`; if absent, the day by arXiv's calendar, confirmed by its list. */
  date?: string;
  networks: readonly AskedNetwork[];
  /** "talked": every paper that is talked about. "new": only those announced on the day, as in the archive. */
  papers: "talked" | "new";
  /** arXiv categories that papers must be in, primary or not. Empty takes all. */
  categories: readonly string[];
  /** At most this many papers. */
  most: number;
  rule?: ArchiveRule;
  bluesky?: Credentials;
  /** What was collected of Bluesky from one instant to another; undefined if nothing was. */
  collected?: (from: number, until: number) => Promise<Collected | undefined>;
  x?: { token: string; mostPosts: number };
}

/** Categories whose list and feed are read if the publisher names none: those that people talk about most. */
export const USUAL_CATEGORIES: readonly string[] = ["cs.LG", "cs.AI", "cs.CL", "cs.CV", "stat.ML"];

export const USUAL_SETTINGS: BuildSettings = {
  networks: ["huggingface", "hackernews", "bluesky"],
  papers: "talked",
  categories: [],
  most: 50,
};
