/**
 * The first paint, held for the few ms in which the answer is still on its way. Otherwise a browser that gets a page quickly paints what
 * it has of it, parses on, and lays it out once more when our badges come.
 */
import { element } from "./element.ts";

/** A page is not held for longer than this, in ms, however long an answer takes. A read of `storage.local` takes 8 to 31 ms. */
const LONGEST = 50;

/**
 * Holds the first paint of a page whose body has not been parsed yet, if the browser can be asked to: Chrome can, Firefox cannot. Never
 * beyond its parsing: we let go before the browser does, because it would complain in the console. See
 * https://html.spec.whatwg.org/multipage/links.html#link-type-expect
 *
 * @returns lets the page be painted, which also happens by itself after long enough, or when the signal ends it
 */
export function holdFirstPaint(document: Document, signal: AbortSignal): () => void {
  if (document.body || !("blocking" in HTMLLinkElement.prototype)) return () => {};
  const link = element(document, "link", { rel: "expect", href: "#hot-papers", blocking: "render" });
  document.documentElement.append(link); // it works there too: there is no head yet
  const release = () => {
    clearTimeout(timer);
    document.removeEventListener("readystatechange", release);
    link.remove();
  };
  const timer = setTimeout(release, LONGEST);
  document.addEventListener("readystatechange", release); // the first one says that all is parsed
  signal.addEventListener("abort", release, { once: true });
  return release;
}
