import { text } from "./text.ts";

/** Sentences one after the other, as the language sets them: Japanese has no space between them. Absent ones are left out. */
export const sentences = (...some: readonly (string | undefined)[]): string =>
  some
    .filter((each) => each !== undefined && each !== "")
    .reduce<string>((all, next) => (all === "" ? (next ?? "") : text("textsSentences", all, next ?? "")), "");
