/** Which hosts a feed is read from, as the patterns by which browsers ask for access to them. */

/** How a repository on GitHub is read: its list of files, and its files. */
export const JSDELIVR = { lists: "https://data.jsdelivr.com", files: "https://cdn.jsdelivr.net" };

/** A reader cannot judge a question about more hosts than this; a feed has one or two. */
const MOST_ORIGINS = 10;

/** `https://feed.example.org/*` of an address; ports are not part of it. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** The hosts of these addresses, each once. */
export function originsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map(originOf))].slice(0, MOST_ORIGINS);
}
