/** The title of a page that shows a hot list, which names its tab. */
import type { HotListView } from "../hot-list/hot-list-view.ts";
import { text } from "../texts/text.ts";
import { windowName } from "../texts/window-text.ts";

export const pageTitle = (view: HotListView): string =>
  view.kind === "list" ? text("popupTabTitle", windowName(view.list.window)) : text("popupTitle");
