import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followsIn, isFollowed, LONGEST_FOLLOW, MOST_FOLLOWS, withFollow } from "../../lib/follows/follow.ts";
import { author, category, words } from "./made.ts";

describe("a stored list", () => {
  test("is read as it was written", () => {
    const follows = [words("diffusion"), author("Łukasz Kaiser"), category("cs.CV")];
    expect(followsIn(structuredClone(follows))).toEqual(follows);
  });

  test("loses what is damaged and nothing else", () => {
    const damaged = [
      words("diffusion"),
      { kind: "journal", text: "Nature" },
      { kind: "words" },
      words(" "),
      words("x".repeat(LONGEST_FOLLOW + 1)),
      null,
      "cs.CV",
      words("Diffusion"),
      category("cs.CV"),
    ];
    expect(followsIn(damaged)).toEqual([words("diffusion"), category("cs.CV")]);
  });

  test.each([undefined, null, 7, "follows", { 0: words("a") }])("that is %j is empty", (value) => {
    expect(followsIn(value)).toEqual([]);
  });

  test("has no more than its limit", () => {
    const many = Array.from({ length: MOST_FOLLOWS + 5 }, (_, at) => words(`word${at}`));
    expect(followsIn(many)).toHaveLength(MOST_FOLLOWS);
    expect(withFollow(followsIn(many), words("one more"), true)).toHaveLength(MOST_FOLLOWS);
  });
});

test.each([
  [words("Poincaré"), words("poincare"), true],
  [author("Łukasz Kaiser"), author("lukasz kaiser"), true],
  [words('"graph neural"'), words("graph neural"), false],
  [words("-survey"), words("survey"), false],
  [words("few-shot"), words("few shot"), false],
  [words("Ada One"), author("Ada One"), false],
  [category("math.NA"), category("cs.NA"), false],
])("%j and %j are one: %s", (a, b, same) => {
  expect(isFollowed([a], b)).toBe(same);
});

test("following what is followed changes nothing, and one press takes it away again", () => {
  const anyFollow = fc.record({
    kind: fc.constantFrom("words" as const, "author" as const, "category" as const),
    text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ""),
  });
  fc.assert(
    fc.property(fc.array(anyFollow, { maxLength: 8 }), anyFollow, (all, one) => {
      const follows = followsIn(all);
      const on = withFollow(follows, one, true);
      expect(withFollow(on, one, true)).toBe(on);
      expect(isFollowed(on, one)).toBe(true);
      const off = withFollow(on, one, false);
      expect(isFollowed(off, one)).toBe(false);
      expect(followsIn(JSON.parse(JSON.stringify(on)))).toEqual(on);
    }),
  );
});
