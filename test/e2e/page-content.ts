/** What arXiv put on a page, without what we put there. */
import type { Page } from "puppeteer-core";

/** The markup of a page without our badges and the list's control. Nothing else of ours may be in it. */
export function markupWithoutBadges(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll("hot-paper, hot-paper-list")) ours.remove();
    return copy.outerHTML;
  });
}

/** The page's own text, as other tools read it; what is in shadow roots is not part of it. */
export function ownText(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.textContent);
}

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
