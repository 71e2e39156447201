/** One request to a source: time limit, size limit, patience with a service that says "later", and errors with a code. */
import type * as zod from "zod/mini";
import { fetchBytes } from "../../net/fetch-bytes.ts";
import { HttpError } from "../../net/http-error.ts";
import type { HttpTrouble } from "../../net/http-error.ts";
import { ASKED_AT } from "../../net/outside.ts";
import type { Outside } from "../../net/outside.ts";
import { SourceError } from "./source-error.ts";
import type { Reason } from "./source-error.ts";

export interface RequestOptions {
  /** What we can read; arXiv's API has refused requests without it since September 2026 (406). */
  accept?: string;
  headers?: Record<string, string>;
  /** Sends it as JSON by POST. */
  json?: unknown;
  /** How often to ask at most if the service is throttled or broken: 1 never asks again. */
  tries?: number;
  /** Statuses that mean something else here than in general. */
  meanings?: Record<number, Reason>;
}

export interface Reply {
  text: string;
  /** When it was answered, as an instant. */
  at: number;
  headers: Headers;
}

const TIME_LIMIT = 30_000;
/** We do not wait longer than this: the run ends with "throttled", and the next one continues. */
const MOST_PATIENCE = 120_000;
const FIRST_PAUSE = 5_000;

/** The same causes, as sources name them. */
export const REASONS: Record<HttpTrouble, Reason> = {
  offline: "offline",
  refused: "refused",
  notFound: "missing",
  throttled: "throttled",
  broken: "broken",
  tooLarge: "too-big",
  timeout: "timeout",
  cutOff: "unreachable",
  unreachable: "unreachable",
};

/** True if the same request may well succeed later; a refused or wrong one will not. */
const passing = ({ reason, status }: SourceError): boolean =>
  reason === "throttled" ||
  reason === "timeout" ||
  reason === "unreachable" ||
  reason === "offline" ||
  (reason === "broken" && status !== undefined && status >= 500);

async function ask(outside: Outside, url: string, options: RequestOptions): Promise<Reply> {
  const headers = {
    accept: options.accept ?? "application/json",
    ...(options.json !== undefined && { "content-type": "application/json" }),
    ...options.headers,
  };
  const body = options.json !== undefined && { method: "POST", body: JSON.stringify(options.json) };
  try {
    const limits = { timeLimit: TIME_LIMIT };
    const { response, bytes } = await fetchBytes(outside, url, { headers, ...body }, limits);
    const kept = response.headers.get(ASKED_AT);
    return {
      text: new TextDecoder().decode(bytes),
      at: kept === null ? outside.now() : Number(kept),
      headers: response.headers,
    };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { code, status, retryAfterMs } = error;
    const meaning = status === undefined ? undefined : options.meanings?.[status];
    throw new SourceError(meaning ?? REASONS[code], url, error.message, {
      cause: error,
      ...(status !== undefined && { status }),
      ...(retryAfterMs !== undefined && { retryAfter: retryAfterMs }),
    });
  }
}

/**
 * The answer to one request. Throws `SourceError`; asks again (three times in all, unless told otherwise) if the trouble may pass,
 * waiting as long as the service says, or 5, then 10 seconds.
 */
export async function request(outside: Outside, url: string, options: RequestOptions = {}): Promise<Reply> {
  const tries = options.tries ?? 3;
  for (let turn = 1; ; turn++) {
    try {
      return await ask(outside, url, options);
    } catch (error) {
      if (!(error instanceof SourceError) || !passing(error) || turn >= tries) throw error;
      const pause = error.retryAfter ?? FIRST_PAUSE * 2 ** (turn - 1);
      if (pause > MOST_PATIENCE) throw error;
      await outside.wait(pause);
    }
  }
}

/** An answer as JSON that fits a schema. Throws `SourceError` "unreadable" if it is not JSON or has another shape. */
export async function requestJson<Schema extends zod.ZodMiniType>(
  outside: Outside,
  url: string,
  schema: Schema,
  options: RequestOptions = {},
): Promise<{ value: zod.output<Schema>; at: number; headers: Headers }> {
  const reply = await request(outside, url, options);
  let json: unknown;
  try {
    json = JSON.parse(reply.text);
  } catch {
    throw new SourceError("unreadable", url, "is no JSON");
  }
  const checked = schema.safeParse(json);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new SourceError("unreadable", url, `unexpected shape at ${issue?.path.join(".") || "its root"}`);
  }
  return { value: checked.data, at: reply.at, headers: reply.headers };
}
