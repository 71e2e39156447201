/** Which addresses a feed may have: https, or http on this very machine if the build allows that. */
import { whereIs } from "../net/where.ts";
import { FeedError } from "./feed-error.ts";

/** Whether an address is on this machine. */
export const isLoopback = (url: URL): boolean => whereIs(url) === "here";

/**
 * An address as a URL, relative ones against `from`, which names it or redirects to it. A feed from the net must not make the browser ask
 * the reader's own servers, on this machine or in the network around it: only one that is there itself may name files there, and only of
 * its own host.
 *
 * @throws FeedError "noAddress", "insecure" or "local"
 */
export function allowedUrl(address: string, from?: string): URL {
  const url = URL.parse(address, from);
  if (!url) throw new FeedError("noAddress", address, "is no address");
  url.hash = "";
  const where = whereIs(url);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && where === "here"))
    throw new FeedError("insecure", url.href, "is neither https nor on this machine");
  if (where !== "net" && from !== undefined && url.host !== new URL(from).host)
    throw new FeedError("local", url.href, "is on this machine or in its network, and another host names it");
  if (url.username || url.password)
    throw new FeedError("insecure", url.origin, "carries a name or a password");
  return url;
}

/** A repository, or a folder in one, as its listing knows it. */
export interface Repository {
  owner: string;
  name: string;
  /** Branch, tag or commit; absent if the address named none. */
  ref?: string;
  /** Without slashes around it; empty for the whole repository. */
  folder: string;
}

/** The names of owners, repositories and their files on GitHub. */
const NAME = /^[\w.-]+$/u;

/** The part of an address as its text. @throws FeedError "noAddress" if a percent sign in it encodes nothing */
function decoded(part: string, url: URL): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new FeedError("noAddress", url.href, "has a percent sign that stands for nothing");
  }
}

/**
 * The repository that an address of github.com names, or undefined: `https://github.com/OWNER/REPO` and `…/tree/REF/FOLDER`,
 * as people copy them from the address bar.
 *
 * @throws FeedError "noAddress" if the folder's name is invalid
 */
export function repositoryOf(url: URL): Repository | undefined {
  if (url.protocol !== "https:" || !["github.com", "www.github.com"].includes(url.hostname)) return undefined;
  if (url.port !== "" || url.search !== "") return undefined;
  const parts = url.pathname.split("/").slice(1);
  while (parts.at(-1) === "") parts.pop();
  const [owner = "", repository = "", tree, ref, ...folder] = parts;
  const name = repository.replace(/\.git$/u, "");
  if (!NAME.test(owner) || !NAME.test(name)) return undefined;
  if (tree === undefined) return { owner, name, folder: "" };
  if (tree !== "tree" || !ref) return undefined;
  return { owner, name, ref, folder: decoded(folder.join("/"), url) };
}

/**
 * What a person typed or pasted as an address: white space around it goes, and so does the `feed:` of `feed://host` and
 * `feed:https://host`; `https://` is added if no scheme was given (`http://` for this machine).
 *
 * @throws FeedError "noAddress" or "insecure"
 */
export function typedUrl(text: string): URL {
  const bare = text.trim().replace(/^feed:(?:\/\/)?/iu, "");
  if (!bare || /\s/u.test(bare)) throw new FeedError("noAddress", bare, "is no address");
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(bare)) return allowedUrl(bare);
  const secure = URL.parse(`https://${bare}`);
  const local = secure !== null && isLoopback(secure);
  const url = allowedUrl(`${local ? "http" : "https"}://${bare}`);
  if (!local && !url.hostname.includes(".")) throw new FeedError("noAddress", bare, "is no address");
  return url;
}
