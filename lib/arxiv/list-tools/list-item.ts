/**
 * What the list tools know of arXiv's lists: sections, and the items in them. An item is a `dt` with its `dd`, or one `li`
 * of a search. Nothing here looks at arXiv's page itself; `sections.ts` does.
 */
import type { Badge } from "../../messages/messages.ts";

/** One paper of a list with the elements that show it, in their order. */
export interface ListItem {
  parts: HTMLElement[];
  /** What the index says of it; undefined if it is in no digest. */
  badge?: Badge | undefined;
}

/** One `dl` or `ol` of the page: items are narrowed and put in order inside it, never across. */
export interface ListSection {
  list: HTMLElement;
  items: ListItem[];
}

/** How the reader wants to see lists. */
export interface ListView {
  hotOnly: boolean;
  hottestFirst: boolean;
}
