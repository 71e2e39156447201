/**
 * What the reader asks for, as the address of a page says it after the `#`:
 *
 * | address                                                        | asks for                                  |
 * | -------------------------------------------------------------- | ----------------------------------------- |
 * | nothing                                                        | the newest digest                         |
 * | `2021-08-12`                                                   | a day                                     |
 * | `week/2021-08-12`, `month/2021-08-12`, `year/2021-08-12`       | the week, month or year that has this day |
 * | `month/2021-08`, `year/2021`                                   | the same, written short                   |
 * | `all`                                                          | all time                                  |
 * | `on-this-day/2021-08-12`, `on-this-day/08-12`                  | this day of every year                    |
 * | `week`, `month`, `year`, `on-this-day`                         | the newest of its kind; today             |
 * | any of these and `?category=cs.CL`                             | only papers of a category                 |
 * | any of these and `?search=graph`                               | only papers that the search finds         |
 * | `saved`                                                        | the papers that are saved                 |
 * | `paper/2108.04840`, `paper/hep-th/9901001`                     | one paper                                 |
 * | a paper and `?look`                                            | the same, with the button "Look now"      |
 */
import { isDay } from "../digest/dates.ts";
import { type PaperId, parsePaperId } from "../paper/paper-id.ts";
import { type Period, rangeOf, type Span } from "./period.ts";

/**
 * - `newest`: the newest period of its span; with nothing asked for, the newest day;
 * - `period`: a period by a real day, with or without a digest;
 * - `saved`: the saved papers;
 * - `paper`: one paper, whatever list is on show;
 * - `unreadable`: the address names something that is none of these; `asked` is what it says.
 */
export type Target =
  | { kind: "newest"; span: Span; category?: string; search?: string }
  | { kind: "period"; period: Period; category?: string; search?: string }
  | { kind: "saved" }
  | { kind: "paper"; id: PaperId }
  | { kind: "unreadable"; asked: string };

const NAMES: Record<Span, string> = {
  day: "day",
  week: "week",
  month: "month",
  year: "year",
  all: "all",
  onThisDay: "on-this-day",
};
const spanNamed = (name: string) => (Object.keys(NAMES) as Span[]).find((span) => NAMES[span] === name);

/** A category's name: `cs.CL`, `hep-th`, `math-ph`. */
const CATEGORY = /^[a-z-]+(?:\.[A-Za-z-]+)?$/u;

/** The longest search in an address, in characters. */
const LONGEST_SEARCH = 20_000;

const SAVED = "saved";
/** The hash that names the saved papers. */
export const SAVED_HASH = `#${SAVED}`;

/** A period, or an address that we cannot read. */
export type PeriodTarget = Exclude<Target, { kind: "paper" | "saved" }>;

/** Reads the hash of an address, with or without its `#`. */
export function targetOf(hash: string): Target {
  const written = hash.replace(/^#/u, "");
  const asked = decoded(written);
  const [path = ""] = asked.split("?");
  if (path.startsWith("paper/")) {
    const paper = parsePaperId(path.slice("paper/".length));
    return paper ? { kind: "paper", id: paper.id } : { kind: "unreadable", asked };
  }
  if (asked === SAVED) return { kind: "saved" };
  const target = periodTarget(path);
  if (!target) return { kind: "unreadable", asked };
  const [, query] = (written.includes("?") ? written : asked).split("?");
  const wanted = new URLSearchParams(query);
  const category = wanted.get("category");
  const search = wanted.get("search")?.slice(0, LONGEST_SEARCH);
  return {
    ...target,
    ...(category !== null && CATEGORY.test(category) && { category }),
    ...(search && { search }),
  };
}

function periodTarget(path: string): Extract<Target, { kind: "newest" | "period" }> | undefined {
  if (path === "") return { kind: "newest", span: "day" };
  if (isDay(path)) return { kind: "period", period: { span: "day", date: path } };
  const [name = "", written, more] = path.split("/");
  const span = spanNamed(name);
  if (!span || more !== undefined) return undefined;
  if (written === undefined) return { kind: "newest", span };
  const date = [written, `${written}-01`, `${written}-01-01`, `2000-${written}`].find(isDay);
  return date === undefined || span === "all" ? undefined : { kind: "period", period: { span, date } };
}

/** The hash that names a period, and the one category of it that is on show, or what is searched for in it. */
export function periodHash({ span, date }: Period, category?: string, search?: string): string {
  const wanted = new URLSearchParams({ ...(category && { category }), ...(search && { search }) });
  const query = wanted.size > 0 ? `?${wanted}` : "";
  if (span === "day") return `#${date}${query}`;
  return span === "all" ? `#all${query}` : `#${NAMES[span]}/${date}${query}`;
}

/** A period's name in the name of a file: `2021-08-12`, `week-2021-08-09` (its Monday), `2021-08`, `2021`, `all`, `on-this-day-08-12`. */
export function periodSlug(period: Period): string {
  const { span, date } = period;
  switch (span) {
    case "day":
      return date;
    case "month":
      return date.slice(0, "2021-08".length);
    case "year":
      return date.slice(0, "2021".length);
    case "all":
      return "all";
    default:
      return `${NAMES[span]}-${rangeOf(period)?.from ?? date.slice("2021-".length)}`;
  }
}

/** The hash that names a paper. */
export const paperHash = (id: PaperId): string => `#paper/${id}`;

/** Whether the hash of a paper asks for the button "Look now" too. */
export const asksToLook = (hash: string): boolean => hash.endsWith("?look");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone `%`: shown as it is
  }
}
