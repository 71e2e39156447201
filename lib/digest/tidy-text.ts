/**
 * Texts from outside in the one form in which digests keep them, so that every text that a digest may hold can be written as
 * Markdown and read back the same: no control characters, no line break that would begin something else.
 */
import { MAX_TEXT } from "./limits.ts";

/** A title, an author: one line, white space of any length is one space. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** The name of a post's author: one line, its spaces as they were given. */
export const nameLine = (text: string): string => text.replace(/[^\S ]|\p{Cc}/gu, " ").trim();

/** An abstract: each paragraph is one line, with a blank line between them; what is longer than a text may be is cut off. */
export const paragraphs = (parts: readonly string[]): string =>
  parts.map(oneLine).filter(Boolean).join("\n\n").slice(0, MAX_TEXT).trimEnd();

/** The paragraphs of an abstract in the JSON form, where blank lines separate them. */
export const splitParagraphs = (text: string): string[] => text.split(/\r?\n[^\S\n]*\n/);

/** A post's text: its line breaks stay, other white space is folded. */
export const postText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[ \p{Cc}]+/gu, " ").trim())
    .join("\n")
    .trim()
    .slice(0, MAX_TEXT)
    .trimEnd();
