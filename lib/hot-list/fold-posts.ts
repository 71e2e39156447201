/** A third of the archive's tweets only repeat the paper's title; what people said in their own words comes first. */
import type { Post } from "../digest/digest.ts";

export interface FoldedPosts {
  /** Those with words of their own, and those of which that is not known, in the digest's order. */
  spoken: Post[];
  /** Those that only give the title. */
  titleOnly: Post[];
}

export function foldPosts(posts: readonly Post[]): FoldedPosts {
  return {
    spoken: posts.filter((post) => post.titleOnly !== true),
    titleOnly: posts.filter((post) => post.titleOnly === true),
  };
}
