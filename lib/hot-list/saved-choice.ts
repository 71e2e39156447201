/** Which saved papers the reader chose. Apart from its effects: a page needs those only when the reader goes there. */
/** `saved`: the most recently saved first; `published`: the newest paper first. */
export const SAVED_ORDERS = ["saved", "published", "heat"] as const;
export type SavedOrder = (typeof SAVED_ORDERS)[number];

export interface SavedChoice {
  /** What is searched for, in titles, authors, abstracts, posts and notes. */
  text: string;
  order: SavedOrder;
  categories: readonly string[];
}

/** All of them, as they were saved. */
export const ALL_SAVED: SavedChoice = { text: "", order: "saved", categories: [] };
