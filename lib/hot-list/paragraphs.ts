/** The paragraphs of an abstract: they are separated by a blank line. */
export const paragraphs = (abstract: string): string[] =>
  abstract
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
