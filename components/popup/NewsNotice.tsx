import type { News } from "./news.ts";
import { text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";

interface NewsNoticeProps {
  news: readonly News[];
  onDismiss: () => void;
}

/** What an update changed, until it is dismissed. */
export function NewsNotice({ news, onDismiss }: NewsNoticeProps) {
  if (news.length === 0) return null;
  return (
    <Notice>
      {news.map((each) => (
        <p key={each.version}>
          <strong>{text("newsTitle", each.version)}</strong> {text(each.text)}
        </p>
      ))}
      <button type="button" class="button" onClick={onDismiss}>
        {text("newsDismiss")}
      </button>
    </Notice>
  );
}
