/** The whole published folder, as contents by place: the same digests give the same bytes. No clock, no disk. */
import type { Digest } from "../../digest/digest.ts";
import type { DayLink } from "../read/day-file.ts";
import { writeFolderIndex } from "../read/folder-index.ts";
import { writePointer } from "../read/pointer.ts";
import { sha256 } from "../sha256.ts";
import { atomOf, jsonFeedOf } from "./feeds.ts";
import { pagesOf } from "./pages.ts";
import { SITE_STYLE } from "./site-style.ts";
import { PLACES } from "./site.ts";
import type { Site } from "./site.ts";

/** A digest as the file that `build` writes and that a feed serves. */
export const digestFile = (digest: Digest): string => `${JSON.stringify(digest, null, 1)}\n`;

/** Where a day's file stays as it was published, byte for byte. */
export type FinalFiles = ReadonlyMap<string, string>;

/**
 * All files of the site, in the order in which they are to be written: days first, the pointers that name them last. `final` holds
 * contents of day files, by date, that were published before and no longer change.
 */
export async function publishFiles(site: Site, final: FinalFiles = new Map()): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const links = new Map<string, DayLink>();
  for (const digest of site.digests) {
    const content = final.get(digest.date) ?? digestFile(digest);
    const sum = await sha256(content);
    const place = PLACES.dayVersion(digest.date, sum);
    files.set(place, content);
    files.set(PLACES.dayFile(digest.date), content);
    // Relative to the pointer, which lies beside the folder of days.
    links.set(digest.date, { date: digest.date, url: place.replace("v1/", ""), sha256: sum });
  }
  files.set(PLACES.style, SITE_STYLE);
  // Without it GitHub Pages would run Jekyll over the folder.
  files.set(".nojekyll", "");
  for (const [place, content] of pagesOf(site)) files.set(place, content);
  files.set(PLACES.atom, atomOf(site));
  setPointers(files, site, links);
  return files;
}

function setPointers(files: Map<string, string>, site: Site, links: ReadonlyMap<string, DayLink>): void {
  const days = [...links.values()];
  const times = site.digests.map(({ generated }) => generated).toSorted();
  files.set(PLACES.index, writeFolderIndex({ version: 1, title: site.title, files: days }));
  files.set(PLACES.jsonFeed, jsonFeedOf(site, links));
  files.set(
    PLACES.pointer,
    writePointer({
      version: 1,
      title: site.title,
      home: "../index.html",
      index: "index.json",
      generatedAt: `${times.at(-1) ?? "1970-01-01T00:00:00"}Z`,
      sources: site.digests[0]?.sources,
      days,
    }),
  );
}
