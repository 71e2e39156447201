/** Digest files written for tests, in the archive's Markdown. They are put together by hand: a file may be bad on purpose. */

interface MadePost {
  /** As HTML. */
  text?: string;
  url?: string;
}

interface MadePaper {
  id: string;
  title?: string;
  counts?: string;
  posts?: readonly MadePost[];
}

interface MadeDigest {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Time of writing, `YYYY-MM-DDTHH:MM:SS`. */
  generated?: string;
  papers: readonly MadePaper[];
}

const post = ({
  text = "Words written for a test.",
  url = "https://twitter.com/hot_papers_test/status/1",
}: MadePost) =>
  `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${text}</p>&mdash; A Tester (@hot_papers_test) <a href="${url}?ref_src=twsrc%5Etfw">May 1, 2023</a></blockquote>
<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>`;

const paper = (
  {
    id,
    title = `A paper for a test, ${id}`,
    counts = "retweets: 300, favorites: 60",
    posts = [{}],
  }: MadePaper,
  at: number,
) => `# ${at + 1}. ${title}

A Tester, Another Tester

- ${counts} (05/02/2023 08:00:00)

- links: [abs](https://arxiv.org/abs/${id}) | [pdf](https://arxiv.org/pdf/${id})
- [cs.CL](https://arxiv.org/list/cs.CL/recent)

An abstract written for a test.

${posts.map(post).join("\n\n")}
`;

/** The file of a digest. */
export function madeDigest({ date, generated = `${date}T08:00:00`, papers }: MadeDigest): string {
  return `---
title: Hot Papers ${date}
date: ${generated}.Z
template: "post"
draft: false
slug: "hot-papers-${date}"
category: "arXiv"
tags:
  - "arXiv"
description: "Hot papers ${date}"
---

${papers.map(paper).join("\n\n\n")}`;
}
