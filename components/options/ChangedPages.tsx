import type { PageKind } from "../../lib/messages/messages.ts";
import { text, type TextKey } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";

const NAMES: Record<PageKind, TextKey> = {
  abs: "changedPageAbs",
  "list-new": "changedPageNew",
  "list-recent": "changedPageRecent",
  "list-month": "changedPageMonth",
  "list-year": "changedPageYear",
  "list-form": "changedPageForm",
  catchup: "changedPageCatchup",
  author: "changedPageAuthor",
  search: "changedPageSearch",
  "advanced-search": "changedPageAdvancedSearch",
  html: "changedPageHtml",
};

/** Says on which kinds of arXiv's pages no entries were found; nothing if there are none, or for unknown kinds. */
export function ChangedPages({ kinds }: { kinds: readonly string[] }) {
  const names = Object.entries(NAMES).flatMap(([kind, name]) => (kinds.includes(kind) ? [text(name)] : []));
  if (names.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong>{text("changedPagesTitle")}</strong>{" "}
        {text("changedPagesText", names.join(text("listSeparator")))}
      </p>
    </Notice>
  );
}
