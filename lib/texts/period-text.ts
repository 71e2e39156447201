/** Windows and orders of hot lists in the reader's language. */
import type { Period, Span } from "../hot-list/period.ts";
import { rangeOf } from "../hot-list/period.ts";
import type { Order } from "../hot-list/order.ts";
import { date, dateRange, dayOfYear, longDate, month, year } from "./format.ts";
import { text, type TextKey } from "./text.ts";

const SPAN_KEYS = {
  day: "periodDay",
  week: "periodWeek",
  month: "periodMonth",
  year: "periodYear",
  all: "periodAll",
  onThisDay: "periodOnThisDay",
} as const satisfies Record<Span, TextKey>;

/** "Week", "All time" */
export const spanName = (span: Span): string => text(SPAN_KEYS[span]);

/** "12 August 2021", "9 – 15 August 2021", "August 2021", "2021", "All time", "12 August of every year" */
export const periodName = (period: Period): string => nameWith(period, date);

/** The same with the weekday of a day, for headings. */
export const periodHeading = (period: Period): string => nameWith(period, longDate);

function nameWith(period: Period, day: (date: string) => string): string {
  const range = rangeOf(period);
  switch (period.span) {
    case "day":
      return day(period.date);
    case "week":
      return range ? dateRange(range.from, range.to) : "";
    case "month":
      return month(period.date);
    case "year":
      return year(period.date);
    case "all":
      return text("periodAll");
    default:
      return text("periodEveryYear", dayOfYear(period.date));
  }
}

const ORDER_KEYS = {
  heat: "orderHeat",
  rank: "orderRank",
  mixed: "orderMixed",
  newest: "orderNewest",
  "twitter.likes": "orderTwitterLikes",
  "twitter.reposts": "orderTwitterReposts",
  "bluesky.likes": "orderBlueskyLikes",
  "bluesky.reposts": "orderBlueskyReposts",
  "huggingface.upvotes": "orderHuggingfaceUpvotes",
  "hackernews.points": "orderHackernewsPoints",
} as const satisfies Record<Order, TextKey>;

/** What an order is called. */
export const orderName = (order: Order): string => text(ORDER_KEYS[order]);
