/** Which hosts a feed is read from, as the patterns by which browsers ask for access to them. */
import { repositoryOf, typedUrl } from "./address.ts";

/** How a repository on GitHub is read: its list of files, and its files. */
export const JSDELIVR = { lists: "https://data.jsdelivr.com", files: "https://cdn.jsdelivr.net" };

/** A question about more hosts than these nobody can answer; a feed has one or two. */
const MOST_ORIGINS = 10;

/** `https://feed.example.org/*` of an address; ports are no part of it. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** The hosts of these addresses, each once. */
export function originsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map(originOf))].slice(0, MOST_ORIGINS);
}

/** The hosts that are asked what an address is that somebody typed; none if it is no address. */
export function originsOfTyped(typed: string): string[] {
  try {
    const url = typedUrl(typed);
    return repositoryOf(url) ? originsOf(Object.values(JSDELIVR)) : [originOf(url.href)];
  } catch {
    return []; // the check tells what is wrong
  }
}
