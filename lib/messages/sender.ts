/** Who sent a message or opened a port. Browsers fill a sender in; a page cannot. */
import { browser } from "../browser.ts";

/** The part of a sender that we look at. */
export interface Sender {
  id?: string | undefined;
  /** Of the document that sent it: arXiv's page for a page script. */
  url?: string | undefined;
  /** Of that document, if the browser tells: `null` for one in a sandbox, whatever its address. */
  origin?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

const ARXIV = /^https:\/\/(?:www\.|export\.|browse\.)?arxiv\.org$/u;

const originOf = ({ url = "" }: Sender): string => {
  const { origin, protocol, host } = URL.parse(url) ?? {};
  return origin === "null" ? `${protocol}//${host}` : (origin ?? ""); // browsers' own schemes have none in some of them
};

/** Whether its address and its origin, if that is told, are the same. */
const isPlain = (sender: Sender): boolean =>
  sender.origin === undefined || sender.origin === originOf(sender);

/** A page of this extension: popup, panel, or one in a tab. */
export function isOwnPage(sender: Sender): boolean {
  if (sender.id !== browser.runtime.id || !isPlain(sender)) return false;
  return sender.url?.startsWith(browser.runtime.getURL("/")) === true;
}

/** Our script in a page of arXiv. Its frame says nothing: a page that is prepared before it is wanted is not frame 0 in Chromium. */
export function isArxivPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && isPlain(sender) && ARXIV.test(originOf(sender));
}
