import { expect, test } from "vitest";
import { foldAuthors } from "../../lib/hot-list/fold-authors.ts";
import { foldPosts } from "../../lib/texts/fold-posts.ts";
import { paragraphs } from "../../lib/hot-list/paragraphs.ts";
import { post } from "./made.ts";

const authors = (count: number) => Array.from({ length: count }, (_, i) => `Author ${i + 1}`);

test.each([
  [0, 0, 0],
  [1, 1, 0],
  [4, 4, 0],
  [5, 3, 2],
  [968, 3, 965],
])(
  "of %i authors %i are shown and %i folded: never just one, which would take as much room",
  (count, shown, folded) => {
    const result = foldAuthors(authors(count));
    expect(result.shown).toEqual(authors(count).slice(0, shown));
    expect(result.folded).toBe(folded);
  },
);

test("posts that only give the title go after those with their own words, in digest order", () => {
  const posts = [
    post({ id: "1", titleOnly: true }),
    post({ id: "2", titleOnly: false }),
    post({ id: "3", titleOnly: true }),
    post({ id: "4" }), // not known: may well have words
  ];
  const { spoken, titleOnly } = foldPosts(posts, []);
  expect(spoken.map(({ id }) => id)).toEqual(["2", "4"]);
  expect(titleOnly.map(({ id }) => id)).toEqual(["1", "3"]);
});

test("a thread in which people comment is never folded, though its own words are the title", () => {
  const thread = post({ id: "1", network: "hackernews", titleOnly: true });
  const tweet = post({ id: "2", titleOnly: true });
  const hackernews = { network: "hackernews", points: 143 } as const;
  expect(foldPosts([thread, tweet], [{ ...hackernews, comments: 51 }]).spoken).toEqual([thread]);
  expect(foldPosts([thread, tweet], [{ ...hackernews, comments: 0 }]).spoken).toEqual([]);
  expect(foldPosts([thread, tweet], [hackernews]).spoken).toEqual([]);
});

test("an abstract has the paragraphs that arXiv gave it, and no empty ones", () => {
  expect(paragraphs("One.\n\nTwo, $a < b$.\n\n\n  Three. \n\n")).toEqual(["One.", "Two, $a < b$.", "Three."]);
  expect(paragraphs("Only one\nwith a line break")).toEqual(["Only one\nwith a line break"]);
});
