/** The whole published folder, as contents by place: the same digests give the same bytes. No clock, no disk. */
import type { Digest } from "../digest/digest.ts";
import type { DayLink } from "../feed/day-file.ts";
import { writeFolderIndex } from "../feed/folder-index.ts";
import { writePointer } from "../feed/pointer.ts";
import { sha256 } from "../feed/sha256.ts";
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
 * All files of the site. `final` holds contents of day files, by date, that were published before and do not change any more.
 */
export async function publishFiles(site: Site, final: FinalFiles = new Map()): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const links = new Map<string, DayLink>();
  for (const digest of site.digests) {
    const content = final.get(digest.date) ?? digestFile(digest);
    files.set(PLACES.dayFile(digest.date), content);
    links.set(digest.date, {
      date: digest.date,
      // Relative to the pointer, which lies beside the folder of days.
      url: `days/${digest.date}.json`,
      sha256: await sha256(content),
    });
  }
  const days = [...links.values()];
  const [newest] = site.digests;
  const generated =
    site.digests
      .map((digest) => digest.generated)
      .toSorted()
      .at(-1) ?? "1970-01-01T00:00:00";
  files.set(
    PLACES.pointer,
    writePointer({
      version: 1,
      title: site.title,
      home: "../index.html",
      index: "index.json",
      generatedAt: `${generated}Z`,
      sources: newest?.sources,
      days,
    }),
  );
  files.set(PLACES.index, writeFolderIndex({ version: 1, title: site.title, files: days }));
  files.set(PLACES.jsonFeed, jsonFeedOf(site, links));
  files.set(PLACES.atom, atomOf(site));
  files.set(PLACES.style, SITE_STYLE);
  // Without it GitHub Pages would run Jekyll over the folder.
  files.set(".nojekyll", "");
  for (const [place, content] of pagesOf(site)) files.set(place, content);
  return files;
}
