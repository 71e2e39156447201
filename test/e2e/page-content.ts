/** What we put on a page of arXiv. */
import type { Page } from "puppeteer-core";
import { openClosedRoots } from "./closed-roots.ts";

/** Addresses of all links on a page in shadow roots: those of ours. */
export async function ourLinks(page: Page): Promise<{ href: string; rel: string; text: string }[]> {
  await openClosedRoots(page);
  return page.evaluate(() => {
    const links = (root: Document | ShadowRoot): HTMLAnchorElement[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [
        ...(root instanceof ShadowRoot && element instanceof HTMLAnchorElement ? [element] : []),
        ...(element.shadowRoot ? links(element.shadowRoot) : []),
      ]);
    return links(document)
      .filter((link) => link.checkVisibility())
      .map(({ href, rel, innerText }) => ({ href, rel, text: innerText.trim() }));
  });
}

/** Everything that is to be read in our shadow roots, badges included. */
export async function openConversationText(page: Page): Promise<string> {
  await openClosedRoots(page);
  return page.evaluate(() => {
    const within = (root: Document | ShadowRoot): ShadowRoot[] =>
      [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...within(shadowRoot)] : [],
      );
    return within(document)
      .flatMap(({ children }) => [...children])
      .map((element) =>
        element instanceof HTMLElement && element.checkVisibility() ? element.innerText : "",
      )
      .join("\n");
  });
}
