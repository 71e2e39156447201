/** Which addresses a feed may have: https, or http on this very machine. */
import { FeedError } from "./feed-error.ts";

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Whether an address is on this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}

/**
 * An address as a URL, relative ones against `base`. Only feeds of this machine may name files of this machine: a feed from
 * the net must not make the browser ask the reader's own servers.
 *
 * @throws FeedError "noAddress" or "insecure"
 */
export function allowedUrl(address: string, base?: string): URL {
  const url = URL.parse(address, base);
  if (!url) throw new FeedError("noAddress", address, "is no address");
  url.hash = "";
  const local = isLoopback(url);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local))
    throw new FeedError("insecure", url.href, "is neither https nor on this machine");
  if (local && base !== undefined && !isLoopback(new URL(base)))
    throw new FeedError("insecure", url.href, "a feed of another host names a file of this machine");
  if (url.username || url.password)
    throw new FeedError("insecure", url.origin, "carries a name or a password");
  return url;
}

/** `https://github.com/OWNER/REPO` and `…/tree/REF/FOLDER`, as people copy them from the address bar. */
const GITHUB =
  /^https:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/tree\/([^/]+)(?:\/(.*?))?)?\/*$/u;

/** A repository, or a folder in one, as its listing knows it. */
export interface Repository {
  owner: string;
  name: string;
  /** Branch, tag or commit; absent where the address named none. */
  ref?: string;
  /** Without slashes around it; empty for the whole repository. */
  folder: string;
}

/** The repository that an address of github.com names, or undefined. */
export function repositoryOf(url: URL): Repository | undefined {
  const [, owner, name, ref, folder = ""] = GITHUB.exec(url.href) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return { owner, name, ...(ref !== undefined && { ref }), folder: decodeURIComponent(folder) };
}

/**
 * What a person typed or pasted as an address: white space around it goes, `https://` is added where no scheme was given
 * (`http://` for this machine).
 *
 * @throws FeedError "noAddress" or "insecure"
 */
export function typedUrl(text: string): URL {
  const bare = text.trim();
  if (!bare || /\s/u.test(bare)) throw new FeedError("noAddress", bare, "is no address");
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(bare)) return allowedUrl(bare);
  const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/iu.test(bare);
  const url = allowedUrl(`${local ? "http" : "https"}://${bare}`);
  if (!local && !url.hostname.includes(".")) throw new FeedError("noAddress", bare, "is no address");
  return url;
}
