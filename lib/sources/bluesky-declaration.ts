/**
 * Bluesky's switch "Ask apps to hide my posts from algorithmic recommendations": a public record of the account,
 * app.bsky.actor.contentVisibilityDeclaration/self (atproto pull request 5372, August 2026). A hot list that is published
 * is such a place. A missing record means "no objection", says the lexicon.
 */
import * as zod from "zod/mini";
import type { Addresses } from "./addresses.ts";
import type { Outside } from "./outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";

const recordSchema = zod.object({
  value: zod.object({ hideFromAlgorithmicRecommendations: zod.optional(zod.boolean()) }),
});

/**
 * Those of the authors (DIDs) that opted out, one request each. An author whose record cannot be read is not among them but
 * in `unknown`: whoever asks decides what that means.
 */
export async function askOptedOut(
  outside: Outside,
  addresses: Pick<Addresses, "blueskyPosts">,
  dids: readonly string[],
  options: RequestOptions = {},
): Promise<{ optedOut: Set<string>; unknown: Set<string> }> {
  const optedOut = new Set<string>();
  const unknown = new Set<string>();
  for (const [index, did] of dids.entries()) {
    const query = new URLSearchParams({
      repo: did,
      collection: "app.bsky.actor.contentVisibilityDeclaration",
      rkey: "self",
    });
    const url = `${addresses.blueskyPosts}/xrpc/com.atproto.repo.getRecord?${query}`;
    try {
      const { value } = await requestJson(outside, url, recordSchema, { tries: 1, ...options });
      if (value.value.hideFromAlgorithmicRecommendations === true) optedOut.add(did);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      // 400 RecordNotFound is the usual answer: most people never touched the switch.
      if (error.status !== 400 && error.status !== 404) unknown.add(did);
      // A service that closed will not open for the rest of the list.
      if (error.status === undefined || error.status === 403 || error.status === 429) {
        for (const other of dids.slice(index)) unknown.add(other);
        break;
      }
    }
  }
  return { optedOut, unknown };
}
