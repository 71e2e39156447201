/**
 * Bluesky's switch "Ask apps to hide my posts from algorithmic recommendations": a public record of the account,
 * app.bsky.actor.contentVisibilityDeclaration/self (atproto pull request 5372, August 2026). A hot list that is published
 * is such a place. A missing record means "no objection", says the lexicon. The record is on the account's own server, which the
 * account's DID document names; the AppView does not have it (seen with @atproto/dev-env 0.6.7).
 */
import * as zod from "zod/mini";
import { whereIs } from "../../net/where.ts";
import { withoutEndSlashes } from "../../paper/paper-id.ts";
import type { Addresses } from "./addresses.ts";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";

const documentSchema = zod.object({
  service: zod.optional(zod.array(zod.object({ id: zod.string(), serviceEndpoint: zod.unknown() }))),
});

const recordSchema = zod.object({
  value: zod.object({ hideFromAlgorithmicRecommendations: zod.optional(zod.boolean()) }),
});

/** Where an account's DID document is: `did:plc:…` in the directory, `did:web:host` on that host. */
function documentAddress(did: string, plc: string): string | undefined {
  if (/^did:plc:[a-z0-9]+$/.test(did)) return `${plc}/${did}`;
  const host = /^did:web:([a-z0-9.-]+\.[a-z]+)$/i.exec(did)?.[1];
  if (host === undefined || whereIs(new URL(`https://${host}`)) !== "net") return undefined;
  return `https://${host}/.well-known/did.json`;
}

/**
 * The server that a document names, without a slash at the end. Anyone can write a document: an address on our own machine, or in
 * the network around it, counts only if the directory is there too.
 */
function serverIn(document: zod.output<typeof documentSchema>, plc: string): string | undefined {
  const endpoint = document.service?.find(({ id }) => id.endsWith("#atproto_pds"))?.serviceEndpoint;
  const url = typeof endpoint === "string" ? URL.parse(endpoint) : null;
  const directory = whereIs(new URL(plc));
  if (!url || url.username !== "" || (url.protocol !== "https:" && directory !== "here")) return undefined;
  return whereIs(url) === directory ? withoutEndSlashes(url.href) : undefined;
}

/** Whether this account opted out; undefined if that is unknown. Throws `SourceError`. */
async function hasOptedOut(
  outside: Outside,
  plc: string,
  did: string,
  options: RequestOptions,
): Promise<boolean | undefined> {
  const address = documentAddress(did, plc);
  if (address === undefined) return undefined;
  const document = await requestJson(outside, address, documentSchema, options);
  const server = serverIn(document.value, plc);
  if (server === undefined) return undefined;
  const query = new URLSearchParams({
    repo: did,
    collection: "app.bsky.actor.contentVisibilityDeclaration",
    rkey: "self",
  });
  try {
    const url = `${server}/xrpc/com.atproto.repo.getRecord?${query}`;
    const { value } = await requestJson(outside, url, recordSchema, options);
    return value.value.hideFromAlgorithmicRecommendations === true;
  } catch (error) {
    // 400 RecordNotFound is the usual answer: most people never touched the switch.
    if (error instanceof SourceError && error.status === 400) return false;
    throw error;
  }
}

/**
 * Those of the authors (DIDs) that opted out, two requests each. An author whose wish cannot be read is in `unknown`: the caller decides
 * what that means. When the directory wants fewer questions, the rest of the list is unknown.
 */
export async function askOptedOut(
  outside: Outside,
  addresses: Pick<Addresses, "plc">,
  dids: readonly string[],
  options: RequestOptions = {},
): Promise<{ optedOut: Set<string>; unknown: Set<string> }> {
  const optedOut = new Set<string>();
  const unknown = new Set<string>();
  for (const [index, did] of dids.entries()) {
    try {
      const out = await hasOptedOut(outside, addresses.plc, did, { tries: 1, ...options });
      if (out === undefined) unknown.add(did);
      else if (out) optedOut.add(did);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      unknown.add(did);
      if (!error.url.startsWith(addresses.plc) || error.reason === "missing") continue;
      for (const other of dids.slice(index)) unknown.add(other);
      break;
    }
  }
  return { optedOut, unknown };
}
