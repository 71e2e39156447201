import { useContext } from "preact/hooks";
import { paperHash } from "../../lib/hot-list/target.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { text } from "../../lib/texts/text.ts";
import { PaperLinks } from "./paper-links.ts";

/** Shows a paper beside the list, if there is room for it. */
export function DetailLink({ id, title }: { id: PaperId; title: string }) {
  const shown = useContext(PaperLinks);
  if (shown === undefined) return null;
  return (
    <a
      href={paperHash(id)}
      aria-label={text("archiveDetailsOf", title)}
      {...(shown?.id === id && { "aria-current": "true" })}
    >
      {text("archiveDetails")}
    </a>
  );
}
