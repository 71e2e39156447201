/** The popup's title, which names its tab. */
import type { HotListView } from "../hot-list/hot-list-view.ts";
import { date } from "../texts/format.ts";
import { text } from "../texts/text.ts";

export const popupTitle = (view: HotListView): string =>
  view.kind === "day" ? text("popupTabTitle", date(view.day.date)) : text("popupTitle");
