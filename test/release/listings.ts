/** The texts for the stores (assets/store): one file for each store and language, with a part for each field of its form. */
import { readFileSync } from "node:fs";
import { STORES, type Store } from "./stores.ts";

export const LANGUAGES = ["en", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

export const PARTS = [
  "Name",
  "Summary",
  "Description",
  "Single purpose",
  "Permissions",
  "Data",
  "Notes for reviewers",
] as const;
export type ListingPart = (typeof PARTS)[number];

export interface Listing {
  store: Store;
  language: Language;
  /** Headings of its parts, in order. */
  headings: string[];
  parts: Record<ListingPart, string>;
}

function readListing(store: Store, language: Language): Listing {
  const text = readFileSync(`assets/store/${store}/${language}.md`, "utf8");
  const [, ...sections] = text.split(/^## /mu);
  const parts = sections.map((section) => {
    const end = section.indexOf("\n");
    return [section.slice(0, end), section.slice(end).trim()] as const;
  });
  return {
    store,
    language,
    headings: parts.map(([heading]) => heading),
    parts: Object.fromEntries(parts) as Listing["parts"],
  };
}

/** All of them. */
export const listings: readonly Listing[] = STORES.flatMap((store) =>
  LANGUAGES.map((language) => readListing(store, language)),
);

/** The first table of a part, without its head: what is named in code in the first column, and the second column. */
export const rowsOf = (part: string): { named: string[]; text: string }[] =>
  part
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => {
      const [, first = "", text = ""] = line.split("|").map((cell) => cell.trim());
      return { named: [...first.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name), text };
    });
