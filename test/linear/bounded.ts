/** Expressions that a tool does not understand, and whose text is short before they see it. */
export const BOUNDED: readonly { source: string; bound: string }[] = [
  {
    // recheck takes a repeat of at most twelve for one without end.
    source: String.raw`\b\d{4}\.\d{4,5}(?:v\d+)?\b|\b[a-z-]{1,12}(?:\.[A-Z]{2})?\/\d{7}\b|\b\d{4}-\d{2}-\d{2}\b`,
    bound: "an error is cut to 5,000 characters before",
  },
];
