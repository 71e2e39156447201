/** Links to places outside come from files that anyone may have written, so only addresses of the web are links. */

/** The address if it is http or https, otherwise undefined (`javascript:`, `data:`, relative, unreadable). */
export function outsideUrl(url: string): string | undefined {
  try {
    return /^https?:$/.test(new URL(url).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
