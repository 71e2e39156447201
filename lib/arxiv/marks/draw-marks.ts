/**
 * Marks beside badges, where scripts of the page cannot look. A badge's own root is open: they can read anything in it. So every
 * badge of the page, marked paper or not, gets an element of the same kind and size, which is out of flow and lets presses through. It
 * shows one drawing in its closed root, which is always there and only changes its colour. No text (a page can search that), no
 * transition (a page can list those), nothing that a different size or a different hit could give away.
 */
import type { PageMark } from "../../messages/messages.ts";
import type { PaperId } from "../../paper/paper-id.ts";
import { text } from "../../texts/text.ts";
import { HOST } from "../badge/badge-host.ts";
import { adoptSheet } from "../badge/shared-stylesheet.ts";
import { element } from "../element.ts";
import css from "./marks.css?inline";

/** Not a custom element, just a name that nothing else has. */
const MARK = "hot-paper-mark";

export interface DrawnMarks {
  /** The papers that have badges on the page. */
  ids: () => PaperId[];
  show: (marks: ReadonlyMap<PaperId, PageMark>) => void;
  /** Says beside a badge what a key has done, for screen readers. */
  say: (badge: HTMLElement, words: string) => void;
}

interface Drawn {
  badge: HTMLElement;
  host: HTMLElement;
  picture: HTMLElement;
}

/** Draws beside every badge of the page, those that come later too, until the signal ends it. */
export function drawMarks(document: Document, signal: AbortSignal): DrawnMarks {
  const drawn = new Map<HTMLElement, Drawn>();
  let marks: ReadonlyMap<PaperId, PageMark> = new Map();

  const showIn = ({ badge, picture }: Drawn) => {
    const { saved = false, read = false } = marks.get(idOf(badge)) ?? {};
    picture.classList.toggle("saved", saved);
    picture.classList.toggle("read", read);
    const words = [...(saved ? [text("markDone_saved")] : []), ...(read ? [text("markDone_read")] : [])];
    picture.ariaLabel = words.join(", ");
  };
  const drawAll = () => {
    scheduled = false;
    if (signal.aborted) return;
    for (const [badge, { host }] of drawn)
      if (!badge.isConnected) {
        host.remove();
        drawn.delete(badge);
      }
    for (const badge of document.querySelectorAll<HTMLElement>(HOST)) {
      const known = drawn.get(badge);
      known?.host.toggleAttribute("data-late", badge.hasAttribute("data-late"));
      if (known?.host.parentNode || !badge.shadowRoot) continue;
      const made = make(document, badge);
      drawn.set(badge, made);
      showIn(made);
      badge.shadowRoot.append(made.host);
    }
  };
  let scheduled = false;
  const drawLater = () => {
    if (scheduled) return;
    scheduled = true;
    requestIdleCallback(drawAll);
  };
  drawAll();
  const observer = new MutationObserver(drawLater);
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    for (const { host } of drawn.values()) host.remove();
  });

  return {
    ids: () => [...new Set([...drawn.keys()].map(idOf))],
    show(next) {
      marks = next;
      for (const each of drawn.values()) showIn(each);
    },
    say(badge, words) {
      const found = drawn.get(badge);
      if (found) found.picture.ariaLabel = words;
    },
  };
}

const idOf = ({ dataset }: HTMLElement) => dataset["hotPaper"] as PaperId;

function make(document: Document, badge: HTMLElement): Drawn {
  const host = document.createElement(MARK);
  host.setAttribute("data-look", badge.getAttribute("data-look") ?? "");
  host.toggleAttribute("data-late", badge.hasAttribute("data-late"));
  const root = host.attachShadow({ mode: "closed" });
  const picture = element(document, "b", { role: "img" });
  root.append(element(document, "span", { role: "status" }, picture));
  adoptSheet(root, css);
  return { badge, host, picture };
}
