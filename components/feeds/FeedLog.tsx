import type { FeedLogLine } from "../../lib/messages/messages.ts";
import { moment } from "../../lib/texts/format.ts";
import { fileSize } from "../../lib/texts/quantity.ts";
import { text } from "../../lib/texts/text.ts";

/** Every request that left the browser for a feed, newest first. */
export function FeedLog({ lines }: { lines: readonly FeedLogLine[] }) {
  return (
    <details class="feed-log">
      <summary>{text("feedsLog")}</summary>
      <p class="note">{text(lines.length > 0 ? "feedsLogHint" : "feedsLogNone")}</p>
      {lines.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by keyboard
        <ol tabIndex={0} aria-label={text("feedsLog")}>
          {lines.map(({ at, host, outcome, bytes }, index) => (
            <li key={`${at} ${lines.length - index}`}>
              {text("feedsLogLine", moment(at), host, outcome)}
              {bytes > 0 && <span class="bytes"> · {fileSize(bytes)}</span>}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
