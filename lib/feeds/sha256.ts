/** SHA-256 as 64 lower-case hex digits, of bytes or of a text in UTF-8. */
export async function sha256(content: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Base64, as jsDelivr gives it, to hex. Undefined if it is not a SHA-256. */
export function hexOfBase64(base64: string): string | undefined {
  if (!/^[A-Za-z\d+/]{43}=$/u.test(base64)) return undefined;
  return Array.from(atob(base64), (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
