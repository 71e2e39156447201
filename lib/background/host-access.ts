/** Which hosts may recognise this installation. */
import { browser } from "../browser.ts";

/**
 * Those of these origins that we ask without the reader's permission. Firefox names itself to them by `Origin: moz-extension://…`, with a
 * number that is unique to the installation; with the permission it sends no such header. Chromium has the same name in all installations,
 * so there are none.
 */
export async function numberedOrigins(origins: readonly string[]): Promise<string[]> {
  if (!import.meta.env.FIREFOX) return [];
  const allowed = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return origins.filter((_, index) => !allowed[index]);
}
