import type { Post } from "../../lib/digest/digest.ts";
import { foldPosts } from "../../lib/hot-list/fold-posts.ts";
import { number } from "../../lib/texts/format.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { PostItem } from "./PostItem.tsx";
import "./posts.css";

/** The embedded archive has posts without their words, which can be had; live networks let nobody pass them on. */
const lacksItsWords = ({ network, text: words }: Post) => network === "twitter" && words === undefined;

/** What people said: posts with words of their own, then those that only give the title, folded. */
export function Posts({ posts }: { posts: readonly Post[] }) {
  const { spoken, titleOnly } = foldPosts(posts);
  const items = (some: readonly Post[]) =>
    some.map((post) => <PostItem key={`${post.network}:${post.id}`} post={post} />);
  return (
    <div class="posts">
      {spoken.length > 0 && <ul>{items(spoken)}</ul>}
      {titleOnly.length > 0 && (
        <details>
          <summary>
            {plural(
              spoken.length > 0 ? "conversationMoreTitles" : "conversationTitles",
              titleOnly.length,
              number(titleOnly.length),
            )}
          </summary>
          <ul>{items(titleOnly)}</ul>
        </details>
      )}
      {posts.some(lacksItsWords) && <p class="note">{text("conversationNoTexts")}</p>}
    </div>
  );
}
