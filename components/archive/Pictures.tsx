import { text } from "../../lib/texts/text.ts";

/** What can be looked at where no paper was chosen. */
export function Pictures() {
  return <p class="note">{text("archiveChoose")}</p>;
}
