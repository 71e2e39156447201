/** What comes from files and services must not command the terminal: its control characters are shown, not obeyed. */

const shown = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A line for people: without control characters, line breaks too, and without those that turn the direction of what follows. */
export const printableLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, shown);

/** Output, which may be data: line breaks and tabs stay. In JSON what is shown instead means the same character. */
export const printableText = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (mark) => (mark === "\n" || mark === "\t" ? mark : shown(mark)));
