/** A code with a capital letter, as keys of texts have it after their first word: `cutOff` in `feedsCutOff`. The type checks that the text is there. */
export const capital = <Code extends string>(code: Code): Capitalize<Code> =>
  `${code.charAt(0).toUpperCase()}${code.slice(1)}` as Capitalize<Code>;
