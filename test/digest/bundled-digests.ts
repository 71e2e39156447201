/** The bundled digests as they ship. */
import { readFileSync } from "node:fs";
import type { BundledId } from "../../lib/digest/bundled.ts";
import type { Digest } from "../../lib/digest/digest.ts";
import { unpackDigests } from "../../lib/digest/pack.ts";

export const PACK = "assets/public/bundled-digests.json";
export const packText = (): string => readFileSync(PACK, "utf8");

/** The digests of a set, oldest first. */
export function bundledDigests(id: BundledId): Digest[] {
  const digests = unpackDigests(packText(), [id])[id];
  if (!digests) throw new Error(`the pack has no set ${id}`);
  return digests;
}
