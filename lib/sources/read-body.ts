/** Reads an answer's body without ever holding more than is allowed. */
import { SourceError } from "./source-error.ts";

/** The largest answer we take, in bytes: a day of arXiv's RSS is 4 MB, an OAI-PMH page 3 MB. */
export const MOST_BYTES = 20_000_000;

/** The body as bytes. Throws `SourceError` "too-big", having stopped the download, or "unreachable" when it is cut off. */
export async function readBody(
  response: Response,
  url: string,
  most = MOST_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body) {
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > most) {
        await reader.cancel();
        throw new SourceError("too-big", url, `more than ${most} bytes`);
      }
      parts.push(value);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
