/** The texts and pictures for the stores, against the rules of the stores. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Listing, type ListingPart, listings, PARTS } from "./listings.ts";
import type { Store } from "./stores.ts";

/** The most characters that a store takes, and the fewest if it wants some. */
const LIMITS: Record<Store, Partial<Record<ListingPart, [number, number]>>> = {
  chrome: { Name: [1, 75], Summary: [1, 132], Description: [1, 16_000], "Single purpose": [1, 1000] },
  firefox: { Name: [1, 50], Summary: [1, 250], Description: [1, 15_000] },
  edge: {
    Name: [1, 45],
    Summary: [1, 132],
    Description: [250, 10_000],
    "Single purpose": [1, 1000],
    "Notes for reviewers": [1, 2000],
  },
};

const messagesOf = (language: string) =>
  JSON.parse(readFileSync(`assets/public/_locales/${language}/messages.json`, "utf8")) as Record<
    "extensionName" | "extensionDescription",
    { message: string }
  >;

describe.each(listings)("$store, $language", ({ store, language, headings, parts }) => {
  test("has each part once, in the order of the forms, and none is empty", () => {
    expect(headings).toEqual(PARTS);
    for (const part of PARTS) expect(parts[part], part).not.toBe("");
  });

  test("keeps to the lengths that the store takes", () => {
    for (const [part, [least, most]] of Object.entries(LIMITS[store])) {
      const { length } = parts[part as ListingPart];
      expect(length, part).toBeGreaterThanOrEqual(least);
      expect(length, part).toBeLessThanOrEqual(most);
    }
  });

  test("has the extension's own name and summary, which these stores take from the package", () => {
    const { extensionName, extensionDescription } = messagesOf(language);
    expect(parts.Name).toBe(extensionName.message);
    expect(store === "firefox" || parts.Summary === extensionDescription.message).toBe(true);
  });

  test("shows its description as it is typed: no markup, which the stores would show", () => {
    expect(parts.Description).not.toMatch(/[`*_#<>]|\]\(/u);
  });
});

const sameEverywhere: readonly ListingPart[] = ["Name", "Description", "Single purpose"];

test.each(LANGUAGES)("what all stores are told in %s, they are told in the same words", (language) => {
  const [first, ...others] = listings.filter((listing: Listing) => listing.language === language);
  for (const part of sameEverywhere)
    for (const { parts, store } of others) expect(parts[part], `${store}: ${part}`).toBe(first?.parts[part]);
});

/** Sizes in pixels that the stores want, by the beginning of a picture's name. */
const PICTURES = [
  ["screenshot-", 5, 1280, 800],
  ["tile", 1, 440, 280],
  ["marquee", 1, 1400, 560],
] as const;
const FOLDER = "assets/store/pictures";
const RGB = 2;

describe("pictures", () => {
  const pictures = readdirSync(FOLDER);

  test("are all of a kind that a store wants", () => {
    expect(pictures).toHaveLength(PICTURES.reduce((sum, [, count]) => sum + count, 0));
  });

  test.each(PICTURES)("%s: %i of %i x %i pixels, without transparency", (name, count, width, height) => {
    const found = pictures.filter((each) => each.startsWith(name));
    expect(found).toHaveLength(count);
    for (const each of found) {
      const png = readFileSync(`${FOLDER}/${each}`);
      expect(png.toString("latin1", 1, 4)).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([width, height, RGB]);
    }
  });
});
