/** What we put on a page of arXiv. */
import type { Page } from "puppeteer-core";

/** Addresses of all links on a page that stand in open shadow roots: those of ours. */
export function ourLinks(page: Page): Promise<{ href: string; rel: string; text: string }[]> {
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
export function openConversationText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .flatMap(({ shadowRoot }) => (shadowRoot ? [...shadowRoot.children] : []))
      .map((element) =>
        element instanceof HTMLElement && element.checkVisibility() ? element.innerText : "",
      )
      .join("\n"),
  );
}
