/** Our element in arXiv's page. Everything visible of it is in its shadow root. */
import { undoArranging } from "../list-tools/arrange.ts";
import { CONTROL } from "../list-tools/control.ts";
import type { Look, BadgeSlot } from "./badge-slots.ts";

/** Not a custom element, just a name that nothing else has. */
export const HOST = "hot-paper";

/**
 * A host to be cloned, invisible by itself: its own style hides it, and the manifest's style sheet shows it (arxiv-hosts.css). Firefox
 * takes the sheet away together with the extension, so that no badge outlives it there.
 */
export function hostTemplate(document: Document, look: Look): HTMLElement {
  const host = document.createElement(HOST);
  host.setAttribute("data-look", look);
  host.setAttribute("style", "display:none"); // not by `style`, which takes Firefox some ms the first time
  return host;
}

/** Puts a host in its place. An entry that has one keeps it. */
export function placeHost(host: HTMLElement, { anchor, look }: BadgeSlot): boolean {
  const there = look === "line" ? anchor.nextElementSibling : anchor.lastElementChild;
  if (there?.localName === HOST) return false;
  if (look === "line") anchor.after(host);
  else anchor.append(host);
  return true;
}

/** Undoes what an older copy of the extension left: Firefox drops the old script without notice on an update. */
export function removeLeftovers(document: Document): void {
  for (const host of document.querySelectorAll(`${HOST}, ${CONTROL}`)) host.remove();
  undoArranging(document);
}
