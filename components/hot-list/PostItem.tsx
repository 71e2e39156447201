import type { Post } from "../../lib/digest/digest.ts";
import { shortDate } from "../../lib/texts/format.ts";
import { linkedText } from "../../lib/texts/linked-text.ts";
import { postLanguage } from "../../lib/texts/post-language.ts";
import { text } from "../../lib/texts/text.ts";
import { OutsideLink } from "../parts/OutsideLink.tsx";

/** One post: its author, its time, its exact words if the index has them, and its link. */
export function PostItem({ post }: { post: Post }) {
  const { network, url, author, date, lang, dir, text: words } = post;
  const open = text(`conversationOpen_${network}`);
  return (
    <li class="post">
      <p class="who">
        <b dir="auto">{author.name}</b> <bdi>@{author.handle}</bdi> ·{" "}
        <time dateTime={date}>{shortDate(date)}</time>{" "}
        <OutsideLink href={url} label={text("conversationOpenOf", open, author.name)}>
          {open}
        </OutsideLink>
      </p>
      {words !== undefined && (
        <p class="words" dir={dir} lang={postLanguage(lang)}>
          {linkedText(words).map((part) =>
            part.url === undefined ? (
              part.words
            ) : (
              <OutsideLink key={part.at} href={part.url} class="told" dir="ltr">
                {part.words}
              </OutsideLink>
            ),
          )}
        </p>
      )}
    </li>
  );
}
