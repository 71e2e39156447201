/** What tells this extension from others, if its name is not enough. */
export const PRODUCT = {
  /** Firefox and its store know it by this, for ever: another id is another extension. Chrome and Edge give ids of their own. */
  firefoxId: "hot-papers@hot-papers.app",
  homepage: "https://hot-papers.app/",
} as const;
