/** Days of a large index, spread as arXiv's papers are. Nothing of Node or of a browser is needed. */
import type { Digest, Entry } from "../../lib/digest/digest.ts";
import { type PaperId, paperIdFrom } from "../../lib/paper/paper-id.ts";

/** New papers of each year from 1991 on, in thousands, rounded (https://info.arxiv.org/about/reports/submission_category_by_year.html). */
const THOUSANDS = [
  0.3, 3, 7, 10, 13, 16, 20, 24, 28, 31, 33, 36, 39, 44, 47, 50, 56, 59, 64, 70, 77, 85, 93, 98, 105, 113,
  124, 141, 156, 178, 182, 186, 208, 240,
];
const FIRST_YEAR = 1991;
const ALL = THOUSANDS.reduce((sum, each) => sum + each) * 1000;
/** A digest ranks at least so many papers, as the archive's do on average: a month with few entries has fewer digests. */
const LEAST_PAPERS = 11;
/** Until March 2007 each archive counted its papers of a month by itself. */
const OLD_ARCHIVES = [
  "astro-ph",
  "cond-mat",
  "cs",
  "gr-qc",
  "hep-ex",
  "hep-lat",
  "hep-ph",
  "hep-th",
  "math",
  "nucl-th",
  "physics",
  "quant-ph",
];

const two = (number: number) => String(number).padStart(2, "0");

/** The k-th of a month's papers, of which every `step`-th is taken. */
function idOf(month: string, k: number, step: number): PaperId {
  if (month >= "9101" || month < "0704") {
    const archive = OLD_ARCHIVES[k % OLD_ARCHIVES.length] ?? "math";
    const number = 1 + Math.floor((Math.floor(k / OLD_ARCHIVES.length) * step) % 999);
    return paperIdFrom(`${archive}/${month}`, number);
  }
  return paperIdFrom(month, 1 + Math.floor(k * step));
}

/**
 * Digests with that many entries in all, in order of their dates: entries like those given, under ids of their own.
 *
 * @param total how many entries
 * @param like whose titles, authors, counts and posts are taken, in turn
 * @param takenDays days and ids that the index has already
 */
export function* madeDays(
  total: number,
  like: readonly Entry[],
  taken: { days: ReadonlySet<string>; ids: ReadonlySet<string> },
): Generator<Digest> {
  const step = ALL / total;
  let made = 0;
  for (const [at, thousands] of THOUSANDS.entries()) {
    const year = FIRST_YEAR + at;
    for (let month = 1; month <= 12; month++) {
      const count = Math.round((thousands * 1000) / 12 / step);
      const calendar = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const length = Math.max(1, Math.min(calendar, Math.floor(count / LEAST_PAPERS)));
      const days = new Map<string, Entry[]>();
      for (let k = 0; k < count; k++) {
        const id = idOf(`${two(year % 100)}${two(month)}`, k, step);
        if (taken.ids.has(id)) continue;
        const entry = like[made++ % like.length];
        if (!entry) throw new Error("there is no entry to be like");
        let day = 1 + Math.floor((k * length) / count);
        while (day < calendar && taken.days.has(`${year}-${two(month)}-${two(day)}`)) day += 1;
        const date = `${year}-${two(month)}-${two(day)}`;
        const papers = days.get(date) ?? [];
        days.set(date, papers);
        papers.push({ ...entry, id, rank: papers.length + 1 });
      }
      for (const [date, papers] of days) {
        if (taken.days.has(date)) continue; // nothing was free after it
        yield { version: 1, date, title: `Hot Papers ${date}`, generated: `${date}T23:00:00`, papers };
      }
    }
  }
}
