import type { Counts, Post } from "../../lib/digest/digest.ts";
import { foldPosts, lacksTexts } from "../../lib/texts/fold-posts.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";
import { number } from "../../lib/texts/format.ts";
import { plural } from "../../lib/texts/text.ts";
import { LoadTextsPart } from "./LoadTexts.tsx";
import { PostItem } from "./PostItem.tsx";
import "./posts.css";

interface PostsProps {
  id: PaperId;
  posts: readonly Post[];
  /** Of the same paper. */
  counts: readonly Counts[];
}

/** What people said: posts with words of their own, then those that only give the title, folded. */
export function Posts({ id, posts, counts }: PostsProps) {
  const { spoken, titleOnly } = foldPosts(posts, counts);
  const items = (some: readonly Post[]) =>
    some.map((post) => <PostItem key={`${post.network}:${post.id}`} post={post} />);
  return (
    <div class="posts">
      <LoadTextsPart id={id} missing={lacksTexts({ posts })} />
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
    </div>
  );
}
