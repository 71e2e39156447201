/** The title of a page that shows a hot list, which names its tab. */
import { text } from "../../texts/text.ts";
import { periodName } from "../../texts/period-text.ts";
import type { PaperDetail } from "./paper-detail.ts";
import type { HotListState } from "./hot-list-state.ts";

/** @param detail the paper that is read beside the list */
export function pageTitle(
  { view, saved }: Pick<HotListState, "view" | "saved">,
  detail?: PaperDetail,
): string {
  if (detail?.kind === "paper") return text("popupTabTitle", detail.newest.title);
  if (saved) return text("popupTabTitle", text("savedTitle"));
  return view.kind === "list" ? text("popupTabTitle", periodName(view.list.period)) : text("popupTitle");
}
