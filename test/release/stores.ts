/** What `wxt submit` has to be told for each store, as its environment. */
import { join } from "node:path";
import { manifestIn, type ReleasePart } from "./release-files.ts";

export const STORES = ["chrome", "firefox", "edge"] as const;
export type Store = (typeof STORES)[number];

/** Secrets of the store's environment on GitHub (docs/releasing.md says where they come from). */
export const SECRETS: Record<Store, readonly string[]> = {
  chrome: [
    "CHROME_EXTENSION_ID",
    "CHROME_PUBLISHER_ID",
    "CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL",
    "CHROME_SERVICE_ACCOUNT_PRIVATE_KEY",
  ],
  firefox: ["FIREFOX_JWT_ISSUER", "FIREFOX_JWT_SECRET"],
  edge: ["EDGE_PRODUCT_ID", "EDGE_CLIENT_ID", "EDGE_API_KEY"],
};

/** What is not secret: the zips, and which interface of the store is meant. */
export function settingsOf(
  store: Store,
  folder: string,
  zips: Record<ReleasePart, string>,
): Record<string, string> {
  const path = (part: ReleasePart) => join(folder, zips[part]);
  if (store === "chrome") return { CHROME_ZIP: path("chrome"), CHROME_API_VERSION: "v2" };
  if (store === "edge") return { EDGE_ZIP: path("chrome") };
  const { gecko, gecko_android } = manifestIn(path("firefox")).browser_specific_settings ?? {};
  return {
    FIREFOX_ZIP: path("firefox"),
    FIREFOX_SOURCES_ZIP: path("sources"),
    FIREFOX_EXTENSION_ID: gecko?.id ?? "",
    FIREFOX_CHANNEL: "listed",
    FIREFOX_COMPATIBILITY: gecko_android ? "firefox,android" : "firefox",
  };
}
