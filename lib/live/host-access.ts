/**
 * Access to the hosts of what is switched on. Without it Firefox tells a host a number of this installation (background/host-access.ts),
 * so there it is asked for, once for all hosts of a switch; a reader who refuses gets the same, with that number. Chromium has no such
 * number, and is asked only for hosts that other pages may not read.
 */
import { browser } from "../browser.ts";
import { ARCHIVE_ADDRESS } from "../feeds/full-texts-feed.ts";
import { originsOf } from "../feeds/origins.ts";
import { ask } from "../messages/ask.ts";
import type { Ask, Messages } from "../messages/messages.ts";
import { liveAddresses } from "./live-hosts.ts";

/**
 * Asks the reader, unless there is nothing to ask for. Only in the handler of a click, before anything is awaited: otherwise browsers
 * refuse.
 *
 * @returns whether it was allowed
 */
export function requestHosts(origins: readonly string[]): Promise<boolean> {
  if (!import.meta.env.FIREFOX || origins.length === 0) return Promise.resolve(true);
  return browser.permissions.request({ origins: [...origins] }).catch(() => false);
}

/** The hosts that a message makes us ask from then on. */
function switchedOn(type: string, request: object): string[] {
  if (type === "seeToday") return originsOf(liveAddresses());
  if (type === "loadTexts") return originsOf([ARCHIVE_ADDRESS]);
  if (!("on" in request) || request.on !== true) return [];
  if (type === "fullTexts") return originsOf([ARCHIVE_ADDRESS]);
  return type === "liveToday" ? originsOf(liveAddresses()) : [];
}

/** As `ask`, for our pages: what switches words or "Today, live" on asks for their hosts first. The worker is told either answer. */
export const askWithAccess: Ask = async (type, request: Messages[typeof type]["request"]) => {
  const origins = switchedOn(type, request);
  if (origins.length > 0) await requestHosts(origins);
  return ask(type, request);
};
