import { describe, expect, test, vi } from "vitest";
import type { Digest } from "../../lib/digest/digest.ts";
import { createAnswers } from "../../lib/index/search/answer-questions.ts";
import type { SearchAnswer } from "../../lib/index/search/messages.ts";
import { near } from "../../lib/index/search/near.ts";
import { createPaperIndex } from "../../lib/index/search/paper-index.ts";
import { digest, entry } from "../hot-list/made.ts";
import type { PaperId } from "../../lib/paper/paper-id.ts";

const post = {
  network: "twitter" as const,
  id: "1",
  date: "2021-08-12T10:00:00",
  lang: "en",
  dir: "ltr" as const,
  url: "https://twitter.com/reader_of_papers/status/1",
  author: { handle: "reader_of_papers", name: "A Reader" },
  text: "Surprisingly simple!",
};
const [FIRST, SECOND, THIRD] = ["2108.00001", "2108.00002", "2108.00003"] as PaperId[];
const DIGESTS: Digest[] = [
  digest("2021-08-12", [
    entry({
      id: FIRST!,
      title: "Poincaré Embeddings",
      authors: ["Maximilian Nickel"],
      abstract: "We learn trees.",
    }),
    entry({ id: SECOND!, title: "Attention for Graphs", authors: ["Ann O'Nym"], posts: [post] }),
  ]),
  digest("2021-08-13", [entry({ id: THIRD!, title: "強化学習の入門", authors: ["山田 太郎"] })]),
];

describe("papers by words", () => {
  const index = createPaperIndex(DIGESTS, near);
  test.each([
    ["of the title, without its accent", "poincare", [FIRST]],
    ["of an author's name", "nickel", [FIRST]],
    ["of the abstract", "trees", [FIRST]],
    ["of what a post says", "surprisingly", [SECOND]],
    ["of a handle", "@reader_of", [SECOND]],
    ["that only begin a word", "embed", [FIRST]],
    ["all of which it must have", "attention trees", []],
    ["as a phrase in quotes", '"for graphs"', [SECOND]],
    ["in Japanese, from within", "学習", [THIRD]],
    ["with a slip of the pen in the title", "atention", [SECOND]],
    ["none", "  ", []],
  ])("%s: %s", (_, typed, found) => {
    expect(index.find(typed)).toEqual(found);
  });

  test("a paper in several digests comes once, with the words of all of them", () => {
    const both = createPaperIndex(
      [...DIGESTS, digest("2021-08-14", [entry({ id: FIRST!, posts: [post] })])],
      near,
    );
    expect(both.find("surprisingly poincare")).toEqual([FIRST]);
  });
});

describe("letters that not every keyboard has", () => {
  const names = [
    "Matthias Exampleß",
    "Łukasz Example",
    "Søren Example",
    "Đorđe Example",
    "Atılım Example",
    "Lukasz Example",
  ];
  const ids = names.map((_, at) => `2108.0000${at + 1}` as PaperId);
  const papers = ids.map((id, at) => entry({ id, title: `${at}`, authors: [names[at] ?? ""] }));
  const index = createPaperIndex([digest("2021-08-13", papers)], near);
  test.each([
    ["exampless", [0]],
    ["Exampleß", [0]],
    ["lukasz", [1, 5]],
    ["Łukasz", [1, 5]],
    ["soren", [2]],
    ["søren", [2]],
    ["dorde", [3]],
    ["Đorđe", [3]],
    ["atilim", [4]],
    ["ATILIM", [4]],
    ["Atılım", [4]],
  ])("%s", (typed, found) => {
    expect(index.find(typed)).toEqual(found.map((at) => ids[at]));
  });
});

describe("the search's worker", () => {
  const setUp = (readAll: () => Promise<Digest[]>) => {
    const said: SearchAnswer[] = [];
    return { said, ask: createAnswers(readAll, (answer) => said.push(answer)) };
  };

  test("reads all digests once, at the first question, and again when the index changed", async () => {
    const readAll = vi.fn().mockResolvedValue(DIGESTS);
    const { said, ask } = setUp(readAll);
    expect(readAll).not.toHaveBeenCalled();
    await ask({ kind: "find", number: 1, text: "trees" });
    await ask({ kind: "find", number: 2, text: "graphs" });
    expect(readAll).toHaveBeenCalledOnce();
    await ask({ kind: "forget" });
    await ask({ kind: "find", number: 3, text: "graphs" });
    expect(readAll).toHaveBeenCalledTimes(2);
    expect(said).toEqual([
      { number: 1, ids: [FIRST] },
      { number: 2, ids: [SECOND] },
      { number: 3, ids: [SECOND] },
    ]);
  });

  test("of what was typed while it read, answers only the last", async () => {
    const reading = Promise.withResolvers<Digest[]>();
    const { said, ask } = setUp(() => reading.promise);
    const all = [1, 2, 3].map((number) => ask({ kind: "find", number, text: "trees" }));
    reading.resolve(DIGESTS);
    await Promise.all(all);
    expect(said).toEqual([{ number: 3, ids: [FIRST] }]);
  });

  test("an index that cannot be read is told, and read again at the next question", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const readAll = vi.fn().mockRejectedValueOnce(new Error("closed")).mockResolvedValue(DIGESTS);
    const { said, ask } = setUp(readAll);
    await ask({ kind: "find", number: 1, text: "trees" });
    await ask({ kind: "find", number: 2, text: "trees" });
    expect(said).toEqual([{ number: 1 }, { number: 2, ids: [FIRST] }]);
  });
});
