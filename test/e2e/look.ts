/** A page with our badges against what its server sent. */
import type { Page } from "puppeteer-core";

export interface Seen {
  badges: string[];
  /** Where the page differs from what arXiv sent, without what is ours; a piece of each. */
  changed?: string[];
}

/** What is on a page once it has as many badges as expected, and a moment more, in which one too many would show up. */
export const look = (page: Page, expected: number): Promise<Seen> =>
  page.evaluate(async (enough) => {
    const hosts = () => [...document.querySelectorAll<HTMLElement>("[data-hot-paper]")];
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    for (const end = Date.now() + 30_000; hosts().length < enough && Date.now() < end;) await pause(10);
    for (let frames = 0; frames < 4; frames++)
      await new Promise((resolve) => {
        if (document.hidden) setTimeout(resolve, 50);
        else requestAnimationFrame(resolve);
      });
    const badges = hosts().map((host) => host.dataset["hotPaper"] ?? "");

    const sent = await (await fetch(location.href)).text();
    // Without <html>, which arXiv's own script gives a class.
    const markup = (of: Document) => of.head.outerHTML + of.body.outerHTML;
    const own = markup(document).replaceAll(/<(hot-paper(?:-list|-follows)?) [^>]*><\/\1>/gu, "");
    const arxivs = markup(new DOMParser().parseFromString(sent, "text/html"));
    if (own === arxivs) return { badges };
    let at = 0;
    while (own[at] === arxivs[at]) at += 1;
    return { badges, changed: [own.slice(at - 50, at + 100), arxivs.slice(at - 50, at + 100)] };
  }, expected);
