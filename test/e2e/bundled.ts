/** What is in an index that has both bundled sets and nothing else: 294 and 334 digests; four papers are in two of them. */
export const BUNDLED = { digests: 294 + 334, papers: 3343 + 6439 };
