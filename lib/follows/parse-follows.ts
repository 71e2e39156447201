/** What a person types to follow something. */
import { isArchive } from "../paper/archives.ts";
import { comparable } from "../paper/comparable.ts";
import { searchWords } from "../paper/keywords.ts";
import { type Follow, type FollowKind, LONGEST_FOLLOW } from "./follow.ts";

/**
 * A category or an archive as arXiv writes it, from any case: `cs.CV`, `cond-mat.mes-hall`, `hep-th`. Told by its form, because a list of
 * all names is long, and grows.
 */
function categoryOf(typed: string): string | undefined {
  const [archive = "", subject, more] = typed.toLowerCase().split(".");
  if (!isArchive(archive) || more !== undefined) return undefined;
  if (subject === undefined) return archive;
  if (!/^[a-z-]{2,10}$/u.test(subject)) return undefined;
  return `${archive}.${subject.length === 2 ? subject.toUpperCase() : subject}`;
}

const DIVIDERS = new Set(",;\n、，");
const QUOTES = new Set('"“”');

/** The pieces between commas or lines; text in quotes is not divided. */
function piecesOf(typed: string): string[] {
  const pieces = [""];
  let inQuotes = false;
  for (const sign of typed) {
    if (QUOTES.has(sign)) inQuotes = !inQuotes;
    if (sign === "\n") inQuotes = false;
    if (DIVIDERS.has(sign) && !inQuotes) pieces.push("");
    else pieces.push((pieces.pop() ?? "") + sign);
  }
  return pieces.map((piece) => piece.replaceAll(/\s+/gu, " ").trim()).filter((piece) => piece !== "");
}

/**
 * The follows in a text that was typed. One of arXiv's categories is a category, even among words.
 *
 * @param kind what the person said it is
 * @returns what can be followed, and the pieces that cannot
 */
export function parseFollows(typed: string, kind: FollowKind): { follows: Follow[]; refused: string[] } {
  const follows: Follow[] = [];
  const refused: string[] = [];
  for (const text of piecesOf(typed)) {
    const follow = followOf(text, kind);
    if (follow) follows.push(follow);
    else refused.push(text);
  }
  return { follows, refused };
}

function followOf(text: string, kind: FollowKind): Follow | undefined {
  if (text.length > LONGEST_FOLLOW) return undefined;
  const category = categoryOf(text);
  // "physics" may be a word; "hep-th" and "cs.CV" are not.
  if (category !== undefined && (kind === "category" || (kind === "words" && /[.-]/u.test(text))))
    return { kind: "category", text: category };
  if (kind === "category") return undefined;
  if (kind === "author") return comparable(text).trim() === "" ? undefined : { kind, text };
  return searchWords(text.replace(/^-+/u, "")).length > 0 ? { kind, text } : undefined;
}

/** What a selection is followed as: one word or category as it is, several words as one phrase; undefined if it is none, or too long. */
export function followOfSelection(selected: string): Follow | undefined {
  const words = selected
    .replaceAll(/["“”]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[\s-]+/u, "")
    .trim();
  return followOf(words.includes(" ") ? `"${words}"` : words, "words");
}
