/** Windows and orders of hot lists in the reader's language. */
import type { HotWindow, Span } from "../hot-list/hot-window.ts";
import { rangeOf } from "../hot-list/hot-window.ts";
import type { Order } from "../hot-list/order.ts";
import { date, dateRange, dayOfYear, longDate, month, year } from "./format.ts";
import { text, type TextKey } from "./text.ts";

const SPAN_KEYS = {
  day: "windowDay",
  week: "windowWeek",
  month: "windowMonth",
  year: "windowYear",
  all: "windowAll",
  onThisDay: "windowOnThisDay",
} as const satisfies Record<Span, TextKey>;

/** "Week", "All time" */
export const spanName = (span: Span): string => text(SPAN_KEYS[span]);

/** "12 August 2021", "9 – 15 August 2021", "August 2021", "2021", "All time", "12 August of every year" */
export const windowName = (window: HotWindow): string => nameWith(window, date);

/** The same with the weekday of a day, for headings. */
export const windowHeading = (window: HotWindow): string => nameWith(window, longDate);

function nameWith(window: HotWindow, day: (date: string) => string): string {
  const range = rangeOf(window);
  switch (window.span) {
    case "day":
      return day(window.date);
    case "week":
      return range ? dateRange(range.from, range.to) : "";
    case "month":
      return month(window.date);
    case "year":
      return year(window.date);
    case "all":
      return text("windowAll");
    default:
      return text("windowEveryYear", dayOfYear(window.date));
  }
}

const ORDER_KEYS = {
  rank: "orderRank",
  newest: "orderNewest",
  "twitter.likes": "orderTwitterLikes",
  "twitter.reposts": "orderTwitterReposts",
  "bluesky.likes": "orderBlueskyLikes",
  "bluesky.reposts": "orderBlueskyReposts",
  "huggingface.upvotes": "orderHuggingfaceUpvotes",
  "hackernews.points": "orderHackernewsPoints",
} as const satisfies Record<Order, TextKey>;

/** What an order is called; "mixed rank" where several networks make it. */
export const orderName = (order: Order, mixed: boolean): string =>
  text(order === "rank" && mixed ? "orderMixed" : ORDER_KEYS[order]);
