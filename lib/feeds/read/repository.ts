/**
 * A folder of digests in a GitHub repository, by way of jsDelivr, which has no limit on how many readers ask and sends
 * `Access-Control-Allow-Origin: *`; GitHub's own API allows 60 requests an hour and is never asked. jsDelivr's listing
 * (https://www.jsdelivr.com/docs/data.jsdelivr.com) names all files of a branch, tag or commit with their SHA-256 in base64.
 */
import * as z from "zod/mini";
import type { Repository } from "../address.ts";
import { dayInName, MOST_FILES } from "./day-file.ts";
import type { DayFile } from "./day-file.ts";
import { JSDELIVR } from "../origins.ts";
import { hexOfBase64 } from "../sha256.ts";

const LISTS = `${JSDELIVR.lists}/v1/packages/gh/`;
const FILES = `${JSDELIVR.files}/gh/`;

const part = (text: string) => encodeURIComponent(text);
const path = (text: string) => text.split("/").map(part).join("/");

/** Addresses of the listing, in the order to try them: of the named ref, otherwise of the usual names of a main branch. */
export function listingsOf({ owner, name, ref, folder }: Repository): string[] {
  const refs = ref === undefined ? ["main", "master"] : [ref];
  return refs.map(
    (each) =>
      `${LISTS}${part(owner)}/${part(name)}@${part(each)}?structure=flat${folder ? `&folder=${part(folder)}` : ""}`,
  );
}

const LISTING = /^\/v1\/packages\/gh\/([^/]+)\/([^/@]+)@([^/]+)$/u;

const ListedFile = z.object({ name: z.string(), hash: z.optional(z.string()) });
const Listing = z.object({
  type: z.literal("gh"),
  name: z.string(),
  files: z.array(z.unknown()),
});

/**
 * Reads a listing out of parsed JSON: its files of the form `2022-01-13---Hot-Papers.md` or `2026-11-20.json`, in the folder
 * that the address named (our own parameter `folder`, which jsDelivr ignores). Undefined if it is not a listing.
 */
export function readListing(
  value: unknown,
  address: string,
): { title: string; files: DayFile[] } | undefined {
  const listing = Listing.safeParse(value);
  const url = new URL(address);
  const [, owner, repository, ref] = LISTING.exec(url.pathname) ?? [];
  if (!listing.success || ref === undefined) return undefined;
  const folder = url.searchParams.get("folder") ?? "";
  const listed = listing.data.files.flatMap((each) => ListedFile.safeParse(each).data ?? []);
  const inFolder = listed.filter(
    ({ name }) => name.startsWith(folder ? `/${folder}/` : "/") && /\.(?:md|json)$/u.test(name),
  );
  const files = inFolder.flatMap(({ name, hash }): DayFile[] => {
    const date = dayInName(name);
    if (date === undefined) return [];
    const sha256 = hash === undefined ? undefined : hexOfBase64(hash);
    return [
      {
        key: date,
        url: `${FILES}${owner}/${repository}@${ref}${path(name)}`,
        date,
        ...(sha256 !== undefined && { sha256 }),
      },
    ];
  });
  const unique = new Map(files.map((file) => [file.key, file]));
  return { title: listing.data.name, files: [...unique.values()].slice(0, MOST_FILES) };
}
