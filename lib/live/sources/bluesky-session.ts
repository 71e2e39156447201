/**
 * Signing in to the person's own Bluesky server with an app password (com.atproto.server.createSession). The tokens live only in this
 * object: they are never written, logged or part of an address.
 */
import * as zod from "zod/mini";
import type { Outside } from "../../net/outside.ts";
import { requestJson } from "./request.ts";
import type { RequestOptions } from "./request.ts";
import { SourceError } from "./source-error.ts";

export interface Credentials {
  /** A handle, a DID or an e-mail address. */
  identifier: string;
  /** An app password, never the account's own. */
  password: string;
}

const sessionSchema = zod.object({ accessJwt: zod.string() });

export interface BlueskySession {
  /** JSON from the person's server, signed in; signs in at the first call, and once more when the token ran out. */
  get: <Schema extends zod.ZodMiniType>(
    path: string,
    schema: Schema,
    options?: RequestOptions,
  ) => Promise<{ value: zod.output<Schema>; at: number }>;
}

/** A session at this server. Nothing is asked yet. Signing in is allowed 30 times in 5 minutes and 300 times a day. */
export function blueskySession(outside: Outside, server: string, credentials: Credentials): BlueskySession {
  let token: string | undefined;
  const signIn = async (): Promise<string> => {
    const url = `${server}/xrpc/com.atproto.server.createSession`;
    const { value } = await requestJson(outside, url, sessionSchema, { json: credentials });
    return value.accessJwt;
  };
  return {
    async get(path, schema, options) {
      const ask = (bearer: string) =>
        requestJson(outside, `${server}${path}`, schema, {
          ...options,
          headers: { authorization: `Bearer ${bearer}` },
          // An expired token is 400 ExpiredToken by the lexicon and 401 in practice.
          meanings: { 400: "refused" },
        });
      const fresh = token === undefined;
      token ??= await signIn();
      try {
        return await ask(token);
      } catch (error) {
        if (fresh || !(error instanceof SourceError) || error.reason !== "refused") throw error;
        token = await signIn();
        return ask(token);
      }
    },
  };
}
