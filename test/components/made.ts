/** Made views of the popup and the options for tests of components. */
import type { Entry } from "../../lib/digest/digest.ts";
import type { DayView } from "../../lib/hot-list/hot-list-view.ts";
import { type ShownPaper, shownDay } from "../../lib/hot-list/shown-day.ts";
import { digest, entry, papers } from "../hot-list/made.ts";

export const paper = (change: Partial<ShownPaper> = {}): ShownPaper => ({ ...entry(), heat: 3, ...change });

export const dayView = (some: Entry[] = papers(3), change: Partial<DayView> = {}): DayView => ({
  kind: "day",
  day: shownDay(digest("2021-08-12", some)),
  previous: "2021-08-11",
  next: "2021-08-13",
  oldest: "2020-06-29",
  newest: "2022-01-13",
  ...change,
});
