/**
 * Posts on X, through alphaXiv: whether the reader has switched them on, and their host may be asked. Only its own pages may read its
 * answers, so both browsers have to allow it; the reader is asked in the click that switches it on, and can take it back at any time.
 */
import { browser } from "../browser.ts";
import { originsOf } from "../feeds/origins.ts";
import { readFeedSettings } from "../settings/feeds.ts";
import { PUBLIC_ADDRESSES } from "./sources/addresses.ts";

/** Its host, as permissions name it. */
export const alphaxivOrigin = (): string => originsOf([PUBLIC_ADDRESSES.alphaxiv]).join("");

/** Whether it is switched on, and still allowed. */
export async function mayAskAlphaxiv(): Promise<boolean> {
  return (await readFeedSettings()).alphaxiv && browser.permissions.contains({ origins: [alphaxivOrigin()] });
}
