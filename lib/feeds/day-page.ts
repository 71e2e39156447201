/**
 * The page of a day on the site that a feed belongs to. A site as `hot-papers publish` writes it has its pointer at `v1/latest.json` and its days
 * at `days/DATE.html`; a feed at any other address has no page that we know.
 *
 * @param address of the feed
 * @param date `YYYY-MM-DD`
 */
export function dayPageOf(address: string, date: string): string | undefined {
  const url = URL.parse(address);
  if (!url?.pathname.endsWith("/v1/latest.json") || !url.protocol.startsWith("http")) return undefined;
  return new URL(`../days/${date}.html`, `${url.origin}${url.pathname}`).href;
}
