/** The archive's hottest paper of 12 August 2021, as in its digest; a test compares it with the bundled digests. */
export const EXAMPLE = {
  id: "2108.04840",
  date: "2021-08-12",
  rank: 1,
  of: 11,
  heat: 5,
  title: "Post-hoc Interpretability for Neural NLP: A Survey",
  authors: ["Andreas Madsen", "Siva Reddy", "Sarath Chandar"],
  counts: [{ network: "twitter", reposts: 3135, likes: 247 }],
  posts: 1,
} as const;
