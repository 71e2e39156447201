/** What a reader sees of the hot list in the popup. */
import type { Page } from "puppeteer-core";

export interface SeenItem {
  id: string;
  text: string;
}

/** The items of a hot list in its order. */
export function hotListItems(popup: Page): Promise<SeenItem[]> {
  return popup.$$eval("[data-hot-paper]", (items) =>
    items.map((item) => ({
      id: (item as HTMLElement).dataset["hotPaper"] ?? "",
      text: (item as HTMLElement).innerText.replaceAll(/\s+/gu, " ").trim(),
    })),
  );
}
