/** All digests for pictures of them: read when the reader first looks, and again when the index changes. */
import type { ScaledDigest } from "../../digest/heat.ts";
import { plainError } from "../../texts/plain-error.ts";

/** `failed`: the index cannot be read; `reason` says why, in the browser's words. */
export type PicturedDigests =
  | { kind: "unread" }
  | { kind: "failed"; reason: string }
  | { kind: "digests"; digests: readonly ScaledDigest[] };

interface PicturedOptions {
  /** All digests without their words. */
  read: () => Promise<readonly ScaledDigest[]>;
  /** Called with every change. */
  onPictured: (pictured: PicturedDigests) => void;
}

export interface PicturedDigestsReader {
  /** The reader looks. */
  want: () => void;
  indexChanged: () => void;
}

/** What was asked last wins. */
export function createPicturedDigests({ read, onPictured }: PicturedOptions): PicturedDigestsReader {
  let asked = 0;

  async function ask() {
    const turn = (asked += 1);
    const pictured = await read().then(
      (digests): PicturedDigests => ({ kind: "digests", digests }),
      (error: unknown): PicturedDigests => ({
        kind: "failed",
        reason: plainError(error),
      }),
    );
    if (turn === asked) onPictured(pictured);
  }

  return {
    want() {
      if (asked === 0) void ask();
    },
    indexChanged() {
      if (asked > 0) void ask();
    },
  };
}
