/** What an address of arXiv shows, from the address only. Facts: arXiv's own routes (arXiv/arxiv-browse, arXiv/arxiv-search, 2026-06). */
import type { PageGroup, PageKind } from "../messages/messages.ts";
import { monthOf, type PaperId, parseIdForm, withoutEndSlashes } from "../paper/paper-id.ts";

/** A page that may have badges. */
export interface ArxivPage {
  kind: PageKind;
  /** Which switch of the options it belongs to. */
  group: PageGroup;
  /** The paper that the address itself names: on abstract pages and in HTML papers. */
  id?: PaperId;
}

/** arXiv's names for the one site; mirrors, `static.` and `info.` have no pages of papers. */
const HOST = /^(?:(?:www|export|browse)\.)?arxiv\.org$/u;

/**
 * Kinds that the path tells. `pastweek` is `recent` under its older name, `current` is this month. A list of
 * `/list/cs/2301` is the year 2301 to arXiv today (404), and was a month until 2024.
 */
const PATHS: readonly (readonly [PageKind, RegExp])[] = [
  ["list-new", /^\/list\/[^/]+\/new$/u],
  ["list-recent", /^\/list\/[^/]+\/(?:recent|pastweek)$/u],
  ["list-month", /^\/list\/[^/]+\/(?:current|\d{4}-?\d{2})$/u],
  ["list-year", /^\/list\/[^/]+\/\d{4}$/u],
  // The form may also be sent by POST, so that the address stays bare.
  ["list-form", /^\/list$/u],
  ["catchup", /^\/catchup\/[^/]+\/\d{4}-\d{2}-\d{2}$/u],
  ["author", /^\/a\/[^/]+$/u],
  ["advanced-search", /^\/search\/advanced(?:\/[^/]+)?$/u],
  ["search", /^\/search(?:\/(?!status$)[^/]+)?$/u],
];

/** Data about an author rather than a page: `/a/ID.json`, `.atom`, `.atom2`. */
const AUTHOR_DATA = /\.(?:json|atom2?)$/u;

/** The page that an address of arXiv shows, or undefined if no paper has an entry: other pages, other sites. */
export function pageOf(address: string): ArxivPage | undefined {
  const url = new URL(address);
  if (!HOST.test(url.hostname)) return undefined;
  const path = withoutEndSlashes(url.pathname); // caches may skip the redirect that takes these off

  if (/^\/abs(?:\/|$)/u.test(path)) {
    const id = absId(path, url.searchParams);
    return id && { kind: "abs", group: "abstract", id };
  }
  // A paper in HTML, or proceedings made of list entries: their addresses look the same.
  const html = path.startsWith("/html/") && parseIdForm(path.slice(6));
  if (html) return { kind: "html", group: "abstract", id: html.id };

  const kind = PATHS.find(([, pattern]) => pattern.test(path))?.[0];
  if (kind === "author" && AUTHOR_DATA.test(path)) return undefined;
  return kind && { kind, group: "list" };
}

/**
 * The months that an address of arXiv names, as `monthOf` gives them: of its paper, of the list of a month, a year or a day, and
 * of the newest papers this month and the one before.
 *
 * @param now says which months are the newest, in UTC
 * @param page what the address shows, if the caller knows
 */
export function monthsNamed(address: string, now = new Date(), page = pageOf(address)): string[] {
  const id = page?.id;
  if (id) return [monthOf(id)];
  const { pathname, searchParams: form } = new URL(address);
  const year = form.get("year"); // `/list?archive=cs&year=2021&month=08`, whose month may also be "all"
  const path = year
    ? `/list/${form.get("archive")}/20${year.slice(-2)}-${form.get("month")?.padStart(2, "0")}`
    : pathname;
  const [, archive, day] =
    /^\/(?:list|catchup)\/([a-z-]+)(?:[^/a-z-][^/]*)?\/(new|recent|pastweek|current|\d{4}(?:-?\d\d)?)(?!\d)/u.exec(
      path,
    ) ?? [];
  if (!day) return [];
  const digits = day.replace("-", "").slice(2);
  const months = /\D/u.test(digits)
    ? [0, 1].map((back) => shortMonth(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back))))
    : digits.length > 2
      ? [digits]
      : Array.from({ length: 12 }, (_, month) => digits + `${month + 1}`.padStart(2, "0"));
  return months.map((each) => (each < "0704" || each > "9100" ? `${archive}/${each}` : each));
}

/** `2611` */
const shortMonth = (day: Date): string => day.toISOString().slice(2, 7).replace("-", "");

/** `/abs/ID` and the forms of old links: `/abs?id=ID`, `/abs?archive=hep-th&papernum=9901001`, `/abs?hep-th/9901001`. */
function absId(path: string, query: URLSearchParams): PaperId | undefined {
  if (query.get("fmt") === "txt") return undefined; // plain text: no element to put a badge beside
  const named = path.slice(5) || query.get("id") || `${query.get("archive")}/${query.get("papernum")}`;
  return (parseIdForm(safelyDecoded(named)) ?? parseIdForm([...query.keys()][0] ?? ""))?.id;
}

/** `decodeURIComponent` throws on a stray `%`; such an address names no paper. */
function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
