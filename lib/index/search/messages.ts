/** What a page and its search say to each other. */
import type { Digest } from "../../digest/digest.ts";
import type { PaperId } from "../../paper/paper-id.ts";

export type SearchQuestion =
  | { kind: "find"; number: number; text: string }
  /** All digests with their words, from a page whose search gets no database. */
  | { kind: "digests"; digests: readonly Digest[] }
  /** The index changed: what was read of it is forgotten. */
  | { kind: "forget" };

/** `ids` is absent if the index could not be read. */
export interface SearchAnswer {
  number: number;
  ids?: readonly PaperId[];
  /** The browser gives the search no database, as in private windows of Firefox: the page is to send all there is. */
  bring?: true;
}
