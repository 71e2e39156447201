/** What a reader follows: words, authors and categories, as one list. Nothing here knows where it is kept. */
import { comparable } from "../paper/comparable.ts";

const KINDS = ["words", "author", "category"] as const;
export type FollowKind = (typeof KINDS)[number];

export interface Follow {
  kind: FollowKind;
  /**
   * As it is shown. Words as a search takes them (`diffusion`, `"graph neural"`), or with a hyphen before them (`-survey`) of papers that
   * are never marked; an author's name as arXiv prints it; a category (`cs.CV`) or an archive (`cs`).
   */
  text: string;
}

export type Follows = readonly Follow[];

/** More are not kept: the newest is refused. */
export const MOST_FOLLOWS = 500;
/** In characters. */
export const LONGEST_FOLLOW = 200;

/** Tells one follow from another: case, accents and punctuation do not, but text in quotes does. */
export function keyOf({ kind, text }: Follow): string {
  if (kind === "category") return `${kind} ${text}`;
  const signs = kind === "words" ? text.replaceAll(/[^-"\s]/gu, "") : "";
  return `${kind}${comparable(text)} ${signs.trim()}`;
}

export const isFollowed = (follows: Follows, follow: Follow): boolean => {
  const key = keyOf(follow);
  return follows.some((each) => keyOf(each) === key);
};

/** The list with one more or one less; the same list if that changes nothing, or if it is full. */
export function withFollow(follows: Follows, follow: Follow, on: boolean): Follows {
  if (isFollowed(follows, follow) === on) return follows;
  const key = keyOf(follow);
  if (!on) return follows.filter((each) => keyOf(each) !== key);
  return follows.length < MOST_FOLLOWS ? [...follows, follow] : follows;
}

/** The follows in a stored value; one that is damaged is dropped. By hand and not by schema: a page script uses it. */
export function followsIn(value: unknown): Follows {
  const found = new Map<string, Follow>();
  for (const each of Array.isArray(value) ? value : []) {
    const follow = followIn(each);
    const key = follow ? keyOf(follow) : "";
    if (follow && !found.has(key) && found.size < MOST_FOLLOWS) found.set(key, follow);
  }
  return [...found.values()];
}

/** One follow; undefined for anything else. */
export function followIn(value: unknown): Follow | undefined {
  const { kind, text } = (value ?? {}) as Partial<Record<keyof Follow, unknown>>;
  const known = KINDS.find((each) => each === kind);
  const isLine = typeof text === "string" && text.trim() !== "" && text.length <= LONGEST_FOLLOW;
  return known && isLine ? { kind: known, text } : undefined;
}
