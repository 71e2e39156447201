import { MAX_LINE } from "./limits.ts";

/** Whether an address may become a link: http or https, nothing else, and written without spaces. */
export function isWebAddress(text: string): boolean {
  if (text.length > MAX_LINE || !/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text)) return false;
  return URL.canParse(text);
}

/** Twitter's embeds add `?ref_src=…` to the post's address. */
export function withoutTracking(address: string): string {
  const at = address.indexOf("?ref_src=", address.lastIndexOf("#") + 1);
  return at < 0 ? address : address.slice(0, at);
}

/** What may follow the `@` of an author. */
export const HANDLE = /^[^\s()\p{Cc}]+$/u;
