/** The pages of the real arXiv that are looked at each day: one of every kind that has badges. */
import type { PageKind } from "../../lib/messages/messages.ts";

interface CanaryPage {
  path: string;
  /** It always has papers: that it says to have none is a change too. */
  full: boolean;
}

const DAY = 24 * 3600 * 1000;
const WEDNESDAY = 3;

/** The last Wednesday that is at least two days ago: a day with a list unless it is a holiday, and arXiv keeps its catch-up for 90 days. */
function lastWednesday(now: number): string {
  const day = new Date(now - 2 * DAY);
  const back = (day.getUTCDay() - WEDNESDAY + 7) % 7;
  return new Date(day.getTime() - back * DAY).toISOString().slice(0, 10);
}

/** All pages. The type asks for one of each kind. */
export const canaryPages = (now: number): Record<PageKind, CanaryPage> => ({
  abs: { path: "/abs/1706.03762", full: true },
  "list-new": { path: "/list/cs.CL/new", full: false },
  "list-recent": { path: "/list/cs.LG/recent", full: false },
  "list-month": { path: "/list/cs.CL/2021-08", full: true },
  "list-year": { path: "/list/cs.LG/2021", full: true },
  "list-form": { path: "/list?archive=cs&year=2021&month=all", full: true },
  catchup: { path: `/catchup/cs.CL/${lastWednesday(now)}`, full: false },
  author: { path: "/a/warner_s_1", full: true },
  search: { path: "/search/?query=attention&searchtype=all", full: true },
  "advanced-search": {
    path:
      "/search/advanced?advanced=&terms-0-operator=AND&terms-0-term=attention&terms-0-field=title" +
      "&classification-include_cross_list=include&date-filter_by=all_dates&abstracts=show&size=25",
    full: true,
  },
  html: { path: "/html/1706.03762v7", full: true },
});
