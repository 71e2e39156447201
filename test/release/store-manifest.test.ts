/** What the stores are told of permissions and data, against the built manifests. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listings, rowsOf } from "./listings.ts";

interface Manifest {
  name: string;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  browser_specific_settings?: {
    gecko: { data_collection_permissions: { required: string[]; optional?: string[] } };
  };
}

const manifestOf = (store: string) =>
  JSON.parse(
    readFileSync(`.output/${store === "firefox" ? "firefox" : "chrome"}-mv3/manifest.json`, "utf8"),
  ) as Manifest;

/** No store takes more for one reason. */
const LONGEST = 1000;

describe.each(listings)("$store, $language", ({ store, parts }) => {
  const manifest = manifestOf(store);

  test("every permission of the build has its reason, and no other one is named", () => {
    const rows = rowsOf(parts.Permissions);
    const asked = [
      ...manifest.permissions,
      ...(manifest.optional_permissions ?? []),
      ...manifest.host_permissions,
      ...manifest.optional_host_permissions,
    ];
    expect(rows.flatMap(({ named }) => named).toSorted()).toEqual(asked.toSorted());
    for (const { text } of rows) {
      expect(text.length).toBeGreaterThan(20);
      expect(text.length).toBeLessThanOrEqual(LONGEST);
    }
  });

  test("what the build declares to Firefox of data is explained", () => {
    const { required = [], optional = [] } =
      manifest.browser_specific_settings?.gecko.data_collection_permissions ?? {};
    const explained = rowsOf(parts.Data).flatMap(({ named }) => named);
    expect(explained).toEqual(expect.arrayContaining([...required, ...optional]));
  });
});
