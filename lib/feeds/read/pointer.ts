/**
 * The pointer: the one small file that readers of a feed ask for, twice a day (`/v1/latest.json`, about 1.5 kB for 14 days).
 * It says which day files there are and whether they changed. Write side and read side are next to each other.
 *
 * ```json
 * {
 *   "version": 1,
 *   "title": "Hot papers (cs, stat.ML)",
 *   "home": "https://hot.example.org/",
 *   "index": "index.json",
 *   "generated_at": "2026-11-20T22:05:00Z",
 *   "date": "2026-11-20",
 *   "url": "days/2026-11-20.json",
 *   "sha256": "e3b0c442…",
 *   "sources": [{ "source": "bluesky", "state": "ok", "at": "2026-11-20T22:01:10", "complete": false }],
 *   "days": [{ "date": "2026-11-20", "url": "days/2026-11-20.json", "sha256": "e3b0c442…" }]
 * }
 * ```
 *
 * `days` holds the last 14 days that have a digest, newest first; `date`, `url` and `sha256` repeat the first of them, for
 * simple readers. A day file is final after seven days. Addresses are relative to the pointer. `index` names the list of all
 * days (folder-index.ts), which is asked for once by a new reader, and again after an absence longer than `days` reaches.
 * Unknown fields are ignored; a higher `version` is refused by readers.
 */
import * as z from "zod/mini";
import type { SourceState } from "../../digest/digest.ts";
import { address, DayLink, shortText } from "./day-file.ts";

/** How many days a pointer lists. */
export const POINTER_DAYS = 14;

export interface Pointer {
  version: 1;
  /** Of the feed, for people. */
  title: string;
  /** Address of a page about it. */
  home?: string | undefined;
  /** Address of the list of all days. */
  index?: string | undefined;
  /** When this pointer was written, `YYYY-MM-DDTHH:MM:SSZ`. */
  generatedAt: string;
  /** How asking each source for the newest day went. */
  sources?: SourceState[] | undefined;
  /** Newest first. */
  days: DayLink[];
}

const PointerFile = z.object({
  version: z.literal(1),
  title: shortText,
  home: z.optional(address),
  index: z.optional(address),
  generated_at: z.string(),
  sources: z.optional(z.array(z.unknown())),
  days: z.array(z.unknown()),
});

/** The pointer as a file. More than 14 days are cut. */
export function writePointer({ version, title, home, index, generatedAt, sources, days }: Pointer): string {
  const last = days.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, POINTER_DAYS);
  const file = { version, title, home, index, generated_at: generatedAt, ...last[0], sources, days: last };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a pointer out of parsed JSON. Days that are not of the right form are left out. Undefined if it is not a pointer. */
export function readPointer(value: unknown): Omit<Pointer, "sources"> | undefined {
  const file = PointerFile.safeParse(value);
  if (!file.success) return undefined;
  const { version, title, home, index, generated_at: generatedAt } = file.data;
  const days = file.data.days.flatMap((link) => DayLink.safeParse(link).data ?? []);
  return { version, title, home, index, generatedAt, days };
}
