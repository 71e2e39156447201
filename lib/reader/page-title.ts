/** The title of a page that shows a hot list, which names its tab. */
import { text } from "../texts/text.ts";
import { windowName } from "../texts/window-text.ts";
import type { HotListState } from "./hot-list-state.ts";

export function pageTitle({ view, saved }: Pick<HotListState, "view" | "saved">): string {
  if (saved) return text("popupTabTitle", text("savedTitle"));
  return view.kind === "list" ? text("popupTabTitle", windowName(view.list.window)) : text("popupTitle");
}
