/** How the reader saw arXiv's lists last, kept in `storage.local`: all or hot only, arXiv's order or the hottest first. */
import { storedValue } from "./stored-value.ts";

export interface KeptListView {
  hotOnly: boolean;
  hottestFirst: boolean;
}

const stored = storedValue("listView");

/** The view in force; arXiv's own where nothing was chosen, or what is stored is damaged. */
export async function readListView(): Promise<KeptListView> {
  const value = (await stored.read()) as Partial<KeptListView> | null | undefined;
  return { hotOnly: value?.hotOnly === true, hottestFirst: value?.hottestFirst === true };
}

export function keepListView({ hotOnly, hottestFirst }: KeptListView): Promise<void> {
  return stored.write({ hotOnly, hottestFirst });
}
