/** Why there is no connection. A browser does not say; Node names a code among the causes of its "fetch failed". */
import { HttpError } from "./http-error.ts";
import type { HttpTrouble } from "./http-error.ts";

/** Codes of Node (https://nodejs.org/api/errors.html) and of its fetch (undici), with what to say of them. */
const OF_CODE: Record<string, readonly [HttpTrouble, string]> = {
  ENOTFOUND: ["offline", "no network, or no host of that name"],
  EAI_AGAIN: ["offline", "no network, or no host of that name"],
  ENETUNREACH: ["offline", "no network"],
  ENETDOWN: ["offline", "no network"],
  EHOSTUNREACH: ["unreachable", "no way to the host"],
  ECONNREFUSED: ["unreachable", "the connection was refused"],
  EACCES: ["unreachable", "the connection is not permitted"],
  ETIMEDOUT: ["timeout", "timed out"],
  UND_ERR_CONNECT_TIMEOUT: ["timeout", "timed out"],
  UND_ERR_HEADERS_TIMEOUT: ["timeout", "timed out"],
  UND_ERR_BODY_TIMEOUT: ["timeout", "timed out"],
  ECONNRESET: ["cutOff", "the connection was cut"],
  EPIPE: ["cutOff", "the connection was cut"],
  UND_ERR_SOCKET: ["cutOff", "the connection was cut"],
};
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/u;
/** Nested causes that are looked at. */
const MOST_CAUSES = 8;

/** What `fetch` threw before there was an answer, as one of our causes. */
export function connectionError(error: unknown): HttpError {
  for (const code of codesOf(error)) {
    const [trouble, detail] = Object.hasOwn(OF_CODE, code) ? OF_CODE[code]! : [];
    if (trouble) return new HttpError(trouble, detail!, { cause: error });
    if (CERTIFICATE.test(code))
      return new HttpError("unreachable", "its certificate is not trusted", { cause: error });
  }
  return new HttpError("unreachable", "no connection", { cause: error });
}

/** The codes of an error and of its causes. If several addresses of a host were tried, the last one's counts. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let each = error;
  for (let depth = 0; depth < MOST_CAUSES && typeof each === "object" && each !== null; depth++) {
    const { code, cause, errors } = each as { code?: unknown; cause?: unknown; errors?: unknown[] };
    if (typeof code === "string") codes.push(code);
    each = cause ?? errors?.at(-1);
  }
  return codes;
}
