/** Reads an answer's body without ever holding more than is allowed. */
import { HttpError } from "./http-error.ts";

/** The largest answer we take, in bytes unpacked: a day of arXiv's RSS is 4 MB, an OAI-PMH page 3 MB. */
export const MOST_BYTES = 20_000_000;

/**
 * The body as bytes. Throws `HttpError` "tooLarge", having stopped the download, or what the stream throws when it is cut off.
 *
 * @param heard called with every part that comes
 */
export async function readBody(
  response: Response,
  most = MOST_BYTES,
  heard: () => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new HttpError("tooLarge", `more than ${most} bytes`);
  if (Number(response.headers.get("content-length")) > most) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    heard();
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
