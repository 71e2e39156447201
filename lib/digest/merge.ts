import type { Digest, Entry, Post } from "./digest.ts";

/**
 * One digest from several copies of the same day: the bundled digests', an imported file's, a feed's. The one that was
 * written last says what is in it and how it is ranked; words that it lacks (abstracts, texts of posts) come from the
 * others, for the same paper and post.
 *
 * @param copies at least one, the preferred first if two were written at the same time
 */
export function mergeCopies(copies: readonly Digest[]): Digest {
  const newest = copies.reduce((best, copy) => (copy.generated > best.generated ? copy : best));
  const others = copies.filter((copy) => copy !== newest);
  if (others.length === 0) return newest;
  return {
    ...newest,
    papers: newest.papers.map((entry) => {
      const same = others.flatMap((copy) => copy.papers.find((other) => other.id === entry.id) ?? []);
      return same.length === 0 ? entry : withFullTexts(entry, same);
    }),
  };
}

function withFullTexts(entry: Entry, others: readonly Entry[]): Entry {
  const abstract = entry.abstract ?? others.find((other) => other.abstract !== undefined)?.abstract;
  return {
    ...entry,
    ...(abstract !== undefined && { abstract }),
    posts: entry.posts.map((post) =>
      withText(
        post,
        others.flatMap((other) => other.posts),
      ),
    ),
  };
}

function withText(post: Post, others: readonly Post[]): Post {
  const same = others.filter((other) => other.id === post.id && other.network === post.network);
  const text = post.text ?? same.find((other) => other.text !== undefined)?.text;
  const titleOnly = post.titleOnly ?? same.find((other) => other.titleOnly !== undefined)?.titleOnly;
  return { ...post, ...(text !== undefined && { text }), ...(titleOnly !== undefined && { titleOnly }) };
}
