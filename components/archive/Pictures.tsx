import type { ListView } from "../../lib/hot-list/hot-list-view.ts";
import { text } from "../../lib/texts/text.ts";

/** What can be looked at where no paper was chosen. */
export function Pictures(_: { view: ListView }) {
  return <p class="note">{text("archiveChoose")}</p>;
}
