/** Whether the paper of an abstract page, a PDF or a paper in HTML is in a digest, for the dot on the toolbar button. */
import { parseIdForm, type PaperId } from "../paper/paper-id.ts";

interface PaperDotOptions {
  document: Document;
  /** The path of the page's address: `/abs/2108.04840`, `/pdf/hep-th/9901001v2`. */
  path: string;
  /** Whether the paper is, or may be, in a digest, and the dot is wanted. */
  isHot: (id: PaperId) => Promise<boolean>;
  /** Wakes the background, which shows the dot. */
  tell: () => void;
}

/**
 * Tells once the page is seen, and again when it comes back from the back/forward cache: the browser has taken the dot away meanwhile. A page
 * that is prepared before it is wanted has no button yet.
 */
export function tellPaper({ document, path, isHot, tell }: PaperDotOptions): void {
  const id = parseIdForm(path.replace(/^\/\w+\//u, ""))?.id;
  if (!id) return;
  const look = async () => {
    if (await isHot(id).catch(() => false)) tell(); // an extension that is gone tells nothing
  };
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener("prerenderingchange", () => void look(), { once: true });
  else void look();
  document.defaultView?.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void look();
  });
}
