/**
 * Bytes of a feed as text. Files of digests are UTF-8; other feeds are in the encoding that they declare. The XML standard (appendix F) and
 * RFC 7303 (section 3) say which sign counts most: the byte order mark, then what the host says, then the declaration.
 */

/** Enough of a file to hold its declaration. */
const HEAD = 200;
const DECLARED = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/u;

/** The decoder of an encoding's name; undefined if the name is unknown. */
function decoderOf(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

/** UTF-16 or UTF-8 by the byte order mark, or by the zeros in `<?`. */
function byFirstBytes([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return "utf-16be";
  return undefined;
}

/** What an XML declaration says. One that can be read byte by byte is not UTF-16, even if it says so. */
function declared(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  const name = DECLARED.exec(head)?.[1]?.toLowerCase();
  return name?.startsWith("utf-16") ? undefined : name;
}

/**
 * The text of bytes, without a byte order mark.
 *
 * @param charset what the host said
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  // A host that says UTF-16 of other bytes is wrong: UTF-16 would have been recognised.
  const named = charset?.startsWith("utf-16") ? undefined : charset;
  for (const name of [byFirstBytes(bytes), named, declared(bytes)]) {
    const decoder = name === undefined ? undefined : decoderOf(name);
    if (decoder) return decoder.decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}
