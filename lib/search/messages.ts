/** What a page and its search say to each other. */
import type { PaperId } from "../paper/paper-id.ts";

export type SearchQuestion =
  | { kind: "find"; number: number; text: string }
  /** The index changed: what was read of it is forgotten. */
  | { kind: "forget" };

/** `ids` is absent where the index could not be read. */
export interface SearchAnswer {
  number: number;
  ids?: readonly PaperId[];
}
